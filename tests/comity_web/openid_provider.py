"""A small OpenID provider for tests: code flow with PKCE, RS256, on this machine only.

It checks what a real provider checks (client, redirect address, code used once, PKCE verifier) and
refuses otherwise. It is itself checked against the client's own verification of signed tokens.
"""

import base64
import hashlib
import json
import secrets
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "comity", "shared-with-the-provider"


class Provider(ThreadingHTTPServer):
    """Vouches for ``person``; whoever asks for a code gets one for them."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.person = {"sub": "1", "preferred_username": "olga", "name": "Olga Invented"}
        self.codes: dict[str, dict[str, str]] = {}
        self.refused: list[str] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def id_token(self, **changes) -> str:
        now = int(time.time())
        claims = {"iss": self.url, "aud": CLIENT, "iat": now, "exp": now + 300, **self.person}
        return jwt.encode({**claims, **changes}, self.key, "RS256", headers={"kid": "one"})

    def refuse(self, why: str) -> tuple[int, dict]:
        self.refused.append(why)
        return 400, {"error": "invalid_request", "error_description": why}


class _Handler(BaseHTTPRequestHandler):
    server: Provider

    def log_message(self, *_):
        """Say nothing."""

    def do_GET(self):
        parts = urlsplit(self.path)
        asked = {k: v[0] for k, v in parse_qs(parts.query).items()}
        if parts.path == "/authorize":
            self._authorize(asked)
        elif parts.path == "/userinfo":
            self._json(200, self.server.person)
        elif parts.path == "/keys":
            self._json(200, {"keys": [self._public_key()]})
        elif parts.path == "/.well-known/openid-configuration":
            self._json(200, self._configuration())
        else:
            self._json(404, {})

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        sent = {k: v[0] for k, v in parse_qs(body).items()}
        self._json(*self._token(sent))

    def _configuration(self):
        url = self.server.url
        return {
            "issuer": url,
            "authorization_endpoint": f"{url}/authorize",
            "token_endpoint": f"{url}/token",
            "userinfo_endpoint": f"{url}/userinfo",
            "jwks_uri": f"{url}/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def _public_key(self):
        return {
            **json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.server.key.public_key())),
            "kid": "one",
            "use": "sig",
            "alg": "RS256",
        }

    def _authorize(self, asked):
        if asked.get("client_id") != CLIENT or asked.get("code_challenge_method") != "S256":
            self._json(*self.server.refuse("unknown client or no PKCE"))
            return
        code = secrets.token_urlsafe(16)
        self.server.codes[code] = asked
        back = urlencode({"code": code, "state": asked["state"]})
        self.send_response(302)
        self.send_header("Location", f"{asked['redirect_uri']}?{back}")
        self.end_headers()

    def _token(self, sent):
        asked = self.server.codes.pop(sent.get("code", ""), None)
        if asked is None or sent.get("client_secret") != SECRET:
            return self.server.refuse("unknown code or wrong secret")
        if sent.get("redirect_uri") != asked["redirect_uri"]:
            return self.server.refuse("another redirect address")
        digest = hashlib.sha256(sent.get("code_verifier", "").encode()).digest()
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != asked["code_challenge"]:
            return self.server.refuse("wrong verifier")
        token = {"access_token": secrets.token_urlsafe(16), "token_type": "Bearer"}
        return 200, {**token, "id_token": self.server.id_token()}

    def _json(self, status, body):
        told = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(told)))
        self.end_headers()
        self.wfile.write(told)


@contextmanager
def openid_provider():
    provider = Provider()
    thread = threading.Thread(target=provider.serve_forever, daemon=True)
    thread.start()
    yield provider
    provider.shutdown()
    provider.server_close()
    thread.join()
