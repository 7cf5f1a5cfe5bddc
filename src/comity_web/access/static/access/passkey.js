// Says in a sentence why a passkey could not be made or used; allauth would only log it.

const place = document.getElementById("passkey-error");

function sentence(error) {
  if (/^[\d.]+$|^\[/.test(location.hostname)) {
    return `A passkey belongs to a name, not to a number. Open this site by its name; on this machine that is ${location.protocol}//localhost:${location.port}/`;
  }
  if (!window.PublicKeyCredential) {
    return "This browser has no passkeys here: they need https, or this machine's own browser.";
  }
  if (error?.name === "InvalidStateError") {
    return "This device or key is added already.";
  }
  if (error?.name === "NotAllowedError") {
    return "No passkey was given: it was refused, or nobody answered in time. Try again.";
  }
  return "The passkey could not be used. Try again, or use the authenticator app.";
}

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  place.textContent = sentence(event.detail.exception);
  document.querySelector("main h1").after(place);
  place.hidden = false;
});
