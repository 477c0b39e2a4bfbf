/* What the pages gain with JavaScript: switches that are remembered, a menu that folds on a phone, a print button.
   Without it every page works: the switches hold for the page, the menu stands open, the browser prints. */
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.remove("no-js");
  root.classList.add("js");

  function recall(name) {
    try { return localStorage.getItem(name); } catch (denied) { return null; }
  }
  function remember(name, value) {
    try { localStorage.setItem(name, value); } catch (denied) { return; }
  }
  /* Before the first paint, so that nothing jumps. */
  root.dataset.text = recall("text-size") || "normal";
  root.dataset.contrast = recall("contrast") || "normal";

  document.addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll("input[name=text-size]").forEach(function (input) {
      input.checked = input.value === root.dataset.text;
      input.addEventListener("change", function () {
        root.dataset.text = input.value;
        remember("text-size", input.value);
      });
    });

    var contrast = document.getElementById("contrast");
    if (contrast) {
      contrast.checked = root.dataset.contrast === "high";
      contrast.addEventListener("change", function () {
        root.dataset.contrast = contrast.checked ? "high" : "normal";
        remember("contrast", root.dataset.contrast);
      });
    }

    var button = document.querySelector(".menu-button");
    if (button) {
      var menu = button.closest(".menu");
      var fold = function (open) {
        button.setAttribute("aria-expanded", String(open));
        menu.classList.toggle("is-unfolded", open);
      };
      button.hidden = false;
      button.addEventListener("click", function () {
        fold(button.getAttribute("aria-expanded") !== "true");
      });
      menu.addEventListener("keydown", function (event) {
        if (event.key !== "Escape") return;
        if (button.getAttribute("aria-expanded") === "true") {
          fold(false);
          button.focus();
          return;
        }
        /* Closes an open submenu: focus goes to its own entry and the list hides until focus leaves. */
        var item = event.target.closest(".has-children");
        if (item) {
          item.classList.add("is-dismissed");
          item.firstElementChild.focus();
        }
      });
      menu.querySelectorAll(".has-children").forEach(function (item) {
        item.addEventListener("focusout", function (event) {
          if (!item.contains(event.relatedTarget)) item.classList.remove("is-dismissed");
        });
        item.addEventListener("mouseleave", function () { item.classList.remove("is-dismissed"); });
      });
    }

    /* Which tables scroll, for the line that says so on a phone and for who has no mouse: measured with their words wrapped as far as they go, and
       again with columns as they read well. */
    var boxes = document.querySelectorAll(".table-wrapper");
    var names = Array.prototype.map.call(boxes, function (box) { return box.getAttribute("aria-label"); });
    /* What scrolls is reached by keys and is a region; what stands whole is read in passing. */
    var reach = function (box, name, scrolls) {
      var put = function (key, value) {
        if (scrolls && value !== null) box.setAttribute(key, value);
        else box.removeAttribute(key);
      };
      put("tabindex", "0");
      put("role", name === null ? null : "region"); /* a region needs a name */
      put("aria-label", name);
    };
    var mark = function () {
      boxes.forEach(function (box, at) {
        box.classList.remove("is-scrolled", "is-wide");
        box.classList.add("is-tried");
        var isWide = box.scrollWidth > box.clientWidth + 1;
        box.classList.remove("is-tried");
        box.classList.toggle("is-wide", isWide);
        var scrolls = box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1;
        box.classList.toggle("is-scrolled", scrolls);
        reach(box, names[at], scrolls);
      });
    };
    mark();
    if (boxes.length && window.ResizeObserver) {
      var watcher = new ResizeObserver(mark);
      boxes.forEach(function (box) { watcher.observe(box); watcher.observe(box.firstElementChild); });
    }

    document.querySelectorAll("[data-print]").forEach(function (print) {
      print.hidden = false;
      print.addEventListener("click", function () { window.print(); });
    });
  });
})();
