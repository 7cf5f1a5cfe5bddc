"use strict";
// Filters the list; without JavaScript the page shows everything.
(function () {
  var form = document.getElementById("filters");
  var count = document.getElementById("count");
  var cards = Array.prototype.slice.call(document.querySelectorAll("article"));
  var facets = Array.prototype.map.call(form.querySelectorAll("select"), function (field) { return field.name; });
  form.hidden = false;

  function wanted() {
    var values = { words: form.elements.words.value.toLowerCase().split(/\s+/).filter(Boolean) };
    facets.forEach(function (name) { values[name] = form.elements[name].value; });
    return values;
  }

  function fits(card, values) {
    var data = card.dataset;
    var chosen = facets.every(function (name) {
      return !values[name] || ("|" + data[name] + "|").indexOf("|" + values[name] + "|") >= 0;
    });
    return chosen && values.words.every(function (word) { return data.text.indexOf(word) >= 0; });
  }

  function apply() {
    var values = wanted();
    var shown = 0;
    cards.forEach(function (card) {
      var fit = fits(card, values);
      card.hidden = !fit;
      shown += fit ? 1 : 0;
    });
    count.textContent = shown + " of " + cards.length + " records";
    remember(values);
  }

  // The choice is kept in the address, so that a filtered page can be handed on.
  function remember(values) {
    var parts = facets.filter(function (name) { return values[name]; })
      .map(function (name) { return name + "=" + encodeURIComponent(values[name]); });
    if (values.words.length) { parts.push("words=" + encodeURIComponent(values.words.join(" "))); }
    try { history.replaceState(null, "", parts.length ? "#" + parts.join("&") : location.pathname); } catch (e) { /* file pages may refuse */ }
  }

  function recall() {
    location.hash.slice(1).split("&").forEach(function (part) {
      var pair = part.split("=");
      var field = form.elements[pair[0]];
      if (field && pair.length === 2) { field.value = decodeURIComponent(pair[1]); }
    });
  }

  form.addEventListener("input", apply);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  document.getElementById("reset").addEventListener("click", function () { form.reset(); apply(); });
  document.getElementById("unfold").addEventListener("click", function () {
    var open = cards.filter(function (card) { return !card.hidden; }).map(function (card) { return card.firstElementChild; });
    var all = open.every(function (one) { return one.open; });
    open.forEach(function (one) { one.open = !all; });
  });
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (one) { one.open = true; });
  });

  // A link to a record shows and opens it, also where a filter hides it.
  function visit(id) {
    var card = document.getElementById(id);
    if (cards.indexOf(card) < 0) { return; }
    card.hidden = false;
    card.firstElementChild.open = true;
    card.scrollIntoView();
  }

  window.addEventListener("hashchange", function () { visit(location.hash.slice(1)); });
  var asked = location.hash.slice(1);
  recall();
  apply();
  visit(asked);
})();
