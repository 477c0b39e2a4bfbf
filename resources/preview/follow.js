/* What the desk does in the preview's page, in a world of its own: the page's own scripts stay off. */
(function () {
  'use strict';

  /* A link that saves would ask for a file that is not here; as a plain one it is told where it leads. */
  document.addEventListener('click', function (event) {
    const link = event.target instanceof Element && event.target.closest('a[download]');
    if (link) link.removeAttribute('download');
  }, true);

  function isOfOneKind(old, fresh) {
    return old.nodeType === Node.ELEMENT_NODE && fresh.nodeType === Node.ELEMENT_NODE && old.nodeName === fresh.nodeName;
  }

  /* Makes `old` say what `fresh` says and leaves alone what is the same: pictures stay loaded, nothing jumps. */
  function follow(old, fresh) {
    for (const { name } of [...old.attributes]) {
      if (!fresh.hasAttribute(name)) old.removeAttribute(name);
    }
    for (const { name, value } of [...fresh.attributes]) {
      if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    }
    const before = [...old.childNodes];
    const after = [...fresh.childNodes];
    while (before.length > 0 && after.length > 0 && before[0].isEqualNode(after[0])) {
      before.shift();
      after.shift();
    }
    while (before.length > 0 && after.length > 0 && before.at(-1).isEqualNode(after.at(-1))) {
      before.pop();
      after.pop();
    }
    if (before.length === after.length && before.every((node, at) => isOfOneKind(node, after[at]))) {
      before.forEach((node, at) => follow(node, after[at]));
      return;
    }
    const next = before.length > 0 ? before.at(-1).nextSibling : after.length > 0 ? placeAfter(old, fresh, after) : null;
    before.forEach((node) => node.remove());
    after.forEach((node) => old.insertBefore(document.adoptNode(node), next));
  }

  /* Where in `old` new nodes belong that take no other's place. */
  function placeAfter(old, fresh, added) {
    const behind = [...fresh.childNodes].length - [...fresh.childNodes].indexOf(added.at(-1)) - 1;
    return old.childNodes[old.childNodes.length - behind] ?? null;
  }

  globalThis.showPage = function (html) {
    const page = new DOMParser().parseFromString(html, 'text/html');
    const old = document.querySelector('main');
    const fresh = page.querySelector('main');
    if (!old || !fresh) return false;
    document.title = page.title;
    follow(old, fresh);
    return true;
  };
})();
