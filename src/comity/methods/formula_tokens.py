"""Words and signs of a formula, with their places for error messages."""

import re

from comity.terms.errors import InputError

_TOKEN = re.compile(
    r"\s*(?:(?P<quoted>`[^`]+`)|(?P<text>\"[^\"]*\"|'[^']*')|(?P<name>[^\W\d][\w.]*)"
    r"|(?P<number>\d+(?:\.\d+)?)|(?P<sign>[-~|+*:(),=^]))"
)


class Tokens:
    """A formula cut into words and signs, read from left to right.

    Raises
    ------
    InputError
        If a character belongs to no word.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._tokens: list[tuple[str, str, int]] = []
        place = 0
        while text[place:].strip():
            match = _TOKEN.match(text, place)
            if match is None:
                rest = text[place:].lstrip()
                raise InputError(
                    f"The formula {text!r} has {rest[0]!r} at character {len(text) - len(rest) + 1},"
                    " which no formula uses; put odd column names between backticks."
                )
            kind = match.lastgroup or ""
            self._tokens.append((kind, match[kind], match.start(kind) + 1))
            place = match.end()

    def peek(self) -> str:
        """Next word or sign without taking it; empty at the end."""
        return self._tokens[self._at][1] if self._at < len(self._tokens) else ""

    def until(self, sign: str) -> list[str]:
        """Words and signs before the next ``sign``."""
        found: list[str] = []
        for kind, token, _ in self._tokens[self._at :]:
            if kind == "sign" and token == sign:
                break
            found.append(token if kind == "sign" else "")
        return found

    def take(self) -> str:
        """Next word or sign.

        Raises
        ------
        InputError
            At the end.
        """
        if self._at >= len(self._tokens):
            raise self.refusal("more")
        self._at += 1
        return self._tokens[self._at - 1][1]

    def accept(self, sign: str) -> bool:
        """Take the next token if it is this sign."""
        if self._at < len(self._tokens) and self._tokens[self._at][:2] == ("sign", sign):
            self._at += 1
            return True
        return False

    def expect(self, sign: str) -> None:
        """Take this sign or refuse."""
        if not self.accept(sign):
            raise self.refusal(repr(sign))

    def expect_end(self) -> None:
        """Refuse if anything is left."""
        if self.peek():
            raise self.refusal("the end")

    def name(self) -> str:
        """Take a column name."""
        if self._at < len(self._tokens) and self._tokens[self._at][0] in {"name", "quoted"}:
            return self.take().strip("`")
        raise self.refusal("the name of a column")

    def number(self) -> float:
        """Take a number, which may have a minus sign."""
        sign = -1.0 if self.accept("-") else 1.0
        if self._at < len(self._tokens) and self._tokens[self._at][0] == "number":
            return sign * float(self.take())
        raise self.refusal("a number")

    def value(self) -> str:
        """Take a word, a number or quoted text."""
        sign = "-" if self.accept("-") else ""
        if self._at < len(self._tokens) and self._tokens[self._at][0] != "sign":
            return sign + self.take().strip("`\"'")
        raise self.refusal("a value")

    def refusal(self, expected: str) -> InputError:
        """Error that says what should stand here."""
        if self._at < len(self._tokens):
            _, token, place = self._tokens[self._at]
            found = f"{token!r} at character {place}"
        else:
            found = "the end"
        return InputError(
            f"The formula {self._text!r} cannot be read: expected {expected}, found {found}."
        )
