/* The list of jobs: completion of the filter line (a combobox of the ARIA kind), and the selection that a refresh must not lose. */
(function () {
  'use strict';
  var input = function () { return document.querySelector('[data-qj-complete] input'); };
  var list = function () { return document.getElementById('qj-words'); };
  var wanted = false, at = -1;

  /* ---- completion */
  function options() { var l = list(); return l ? Array.prototype.slice.call(l.children) : []; }
  function show() {
    var l = list(), i = input(), open = wanted && options().length > 0;
    if (!l || !i) { return; }
    l.hidden = !open;
    i.setAttribute('aria-expanded', String(open));
    if (!open) { at = -1; }
    mark();
  }
  function mark() {
    options().forEach(function (one, index) {
      one.setAttribute('aria-selected', String(index === at));
      if (index === at) { one.scrollIntoView({ block: 'nearest' }); }
    });
    var i = input(), current = options()[at];
    if (current) { i.setAttribute('aria-activedescendant', current.id); } else { i.removeAttribute('aria-activedescendant'); }
  }
  function take(option) {
    var i = input(), line = option.dataset.line, whole = line.charAt(line.length - 1) !== ':';
    i.value = line + (whole ? ' ' : '');
    i.focus();
    i.setSelectionRange(i.value.length, i.value.length);
    at = -1;
    wanted = !whole;
    show();
    i.dispatchEvent(new Event('input', { bubbles: true }));
    wanted = !whole;
  }
  document.addEventListener('focusin', function (event) { if (event.target === input()) { wanted = true; show(); } });
  document.addEventListener('focusout', function (event) { if (event.target === input()) { wanted = false; show(); } });
  document.addEventListener('input', function (event) { if (event.target === input()) { wanted = true; at = -1; } });
  document.addEventListener('mousedown', function (event) {
    var option = event.target.closest('#qj-words [role=option]');
    if (option) { event.preventDefault(); take(option); }
  });
  document.addEventListener('keydown', function (event) {
    if (event.target !== input()) { return; }
    var all = options(), open = list() && !list().hidden;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) { wanted = true; show(); return; }
      at = (at + (event.key === 'ArrowDown' ? 1 : all.length - (at < 0 ? 0 : 1))) % all.length;
      mark();
    } else if (open && (event.key === 'Enter' || event.key === 'Tab') && all[at]) {
      event.preventDefault();
      take(all[at]);
    } else if (open && event.key === 'Escape') {
      event.preventDefault();
      wanted = false;
      show();
    }
  }, true);

  /* ---- selection */
  var picked = new Set();
  function boxes() { return Array.prototype.slice.call(document.querySelectorAll('[data-qj-pick]')); }
  function tell() {
    var word = document.querySelector('[data-qj-some]'), all = document.querySelector('[data-qj-pick-all]'), on = boxes();
    if (word) { word.textContent = picked.size ? picked.size + ' ' + word.dataset.qjSome : word.dataset.qjAll; }
    if (all) {
      var chosen = on.filter(function (one) { return one.checked; }).length;
      all.checked = chosen > 0 && chosen === on.length;
      all.indeterminate = chosen > 0 && chosen < on.length;
    }
  }
  function restore() {
    boxes().forEach(function (one) { one.checked = picked.has(one.value); });
    picked = new Set(boxes().filter(function (one) { return one.checked; }).map(function (one) { return one.value; }));
    tell();
    show();
  }
  document.addEventListener('change', function (event) {
    var box = event.target;
    if (box.matches('[data-qj-pick-all]')) { boxes().forEach(function (one) { one.checked = box.checked; }); }
    if (box.matches('[data-qj-pick],[data-qj-pick-all]')) {
      picked = new Set(boxes().filter(function (one) { return one.checked; }).map(function (one) { return one.value; }));
      tell();
    }
  });
  document.addEventListener('click', function (event) {
    document.querySelectorAll('.qj-menu[open]').forEach(function (menu) { if (!menu.contains(event.target)) { menu.open = false; } });
  });
  document.addEventListener('keydown', function (event) {
    var menu = event.key === 'Escape' && document.querySelector('.qj-menu[open]');
    if (menu) { menu.open = false; menu.querySelector('summary').focus(); }
  });
  if (window.jQuery) { window.jQuery(document).on('pfAjaxComplete', restore); }
  restore();
}());
