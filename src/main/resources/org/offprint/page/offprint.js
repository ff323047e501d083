// Copy buttons and the form that combines sections into a feed. Every page works without it.
(() => {
  "use strict";
  const root = document.documentElement;
  const words = document.currentScript.dataset;
  root.classList.add("scripted");

  const status = document.createElement("p");
  status.className = "unseen";
  status.lang = document.querySelector("main").lang || root.lang;
  status.setAttribute("role", "status");
  document.body.append(status);

  /** Where the clipboard is not open to scripts, as on plain HTTP, the browser copies a selection. */
  const copySelected = (text) => {
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "unseen";
    document.body.append(field);
    field.select();
    const isCopied = document.execCommand("copy");
    field.remove();
    return isCopied;
  };

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copySelected(text);
    }
  };

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button[data-copy]");
    if (!button) {
      return;
    }
    const isCopied = await copy(button.dataset.copy);
    button.focus();
    status.textContent = isCopied ? words.copied.replace("{0}", () => button.dataset.copy) : words.failed;
    button.classList.toggle("copied", isCopied);
    setTimeout(() => button.classList.remove("copied"), 2000);
  });

  const form = document.querySelector("form.builder");
  if (!form) {
    return;
  }
  const url = form.querySelector(".url");
  const copyButton = form.querySelector(".live .copy");
  const say = form.querySelector(".say");
  const preview = form.querySelector(".preview");
  const most = Number(form.dataset.most);
  let asked = 0;

  const chosen = () => {
    const data = new FormData(form);
    const keys = data.getAll("section").sort();
    const scope = keys.length === 0 ? "feed" : data.get("mode") + "/" + keys.map(encodeURIComponent).join("+");
    const lens = data.get("lens") === "items" ? "/items" : "";
    return { keys, path: scope + lens, format: data.get("format") };
  };

  const line = (entry) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = entry.url;
    link.textContent = entry.title;
    link.lang = entry.language ?? root.lang;
    item.append(link);
    return item;
  };

  const show = async () => {
    const { keys, path, format } = chosen();
    const isTooMuch = keys.length > most;
    const mine = ++asked;
    form.querySelector(".go").disabled = isTooMuch;
    copyButton.disabled = isTooMuch;
    url.textContent = isTooMuch ? "" : form.dataset.base + path + "." + format;
    copyButton.dataset.copy = url.textContent;
    if (isTooMuch) {
      say.textContent = form.dataset.clear.replace("{1}", keys.length - most);
      preview.replaceChildren();
      return;
    }
    try {
      const answer = await fetch(form.dataset.root + path + ".json");
      const feed = answer.ok ? await answer.json() : null;
      if (mine !== asked) {
        return;
      }
      const entries = feed ? feed.items.slice(0, 5) : [];
      preview.replaceChildren(...entries.map(line));
      say.textContent = !feed
        ? form.dataset.missing
        : entries.length > 0 ? form.dataset.newest : form.dataset.empty;
    } catch {
      say.textContent = form.dataset.failed;
    }
  };

  const reveal = () => {
    form.querySelector(".live").hidden = false;
    show();
  };
  form.addEventListener("change", reveal);
  if (chosen().keys.length > 0) {
    reveal();
  }
})();
