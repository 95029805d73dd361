/* The moving parts of the admin's pages: times in the viewer's zone, self-refresh that does not disturb, copying. */
(function () {
  'use strict';
  /* with the answer's own time a change shows within two seconds */
  var TICK = 1500, TYPING = 1500, SLOWEST = 30000, LEAST = 1000;
  var pageLang = document.documentElement.lang || 'en';
  /* the page's language, spoken as in the viewer's region: en-GB rather than en */
  var lang = (navigator.languages || []).find(function (one) { return one.split('-')[0] === pageLang.split('-')[0]; }) || pageLang;
  var clock = new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit' });
  var day = new Intl.DateTimeFormat(lang, { weekday: 'short', day: 'numeric' });
  var state = { paused: false, busy: false, typed: 0, failures: 0, next: 0, pointer: null, kept: null, anchor: null, last: Date.now() };
  var live = { source: null, open: false, changed: false, next: 0 };

  /* ---- times */
  var full = new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'medium' });
  var timeOfDay = new Intl.DateTimeFormat(lang, { timeStyle: 'medium' });
  var zoned = new Intl.DateTimeFormat(lang, {
    year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'short'
  });
  var relative = new Intl.RelativeTimeFormat(lang, { style: lang.slice(0, 2) === 'fr' ? 'short' : 'narrow', numeric: 'always' });
  var UNITS = [['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]];

  function unitOf(seconds) {
    for (var i = 0; i < UNITS.length; i++) {
      if (Math.abs(seconds) >= UNITS[i][1] || UNITS[i][0] === 'second') { return UNITS[i]; }
    }
  }
  function ago(date) {
    var seconds = (date - Date.now()) / 1000, unit = unitOf(seconds);
    return relative.format(Math.trunc(seconds / unit[1]), unit[0]);
  }
  function number(value, unit) {
    return new Intl.NumberFormat(lang, { style: 'unit', unit: unit, unitDisplay: 'narrow', maximumFractionDigits: 0 }).format(value);
  }
  function since(date) {
    var seconds = Math.max(0, Math.floor((Date.now() - date) / 1000)), unit = unitOf(seconds);
    var index = UNITS.indexOf(unit), text = number(Math.floor(seconds / unit[1]), unit[0]), below = UNITS[index + 1];
    var rest = below ? Math.floor((seconds % unit[1]) / below[1]) : 0;
    return rest && index < 3 ? text + ' ' + number(rest, below[0]) : text;
  }
  function showTimes() {
    document.querySelectorAll('time[data-qj]').forEach(function (element) {
      var date = new Date(element.getAttribute('datetime'));
      if (isNaN(date)) { return; }
      var kind = element.dataset.qj, short = kind === 'clock' ? clock : kind === 'time' ? timeOfDay : kind === 'day' ? day : null;
      var text = short ? short.format(date) : kind === 'full' ? full.format(date) : kind === 'since' ? since(date) : ago(date);
      if (element.textContent !== text) { element.textContent = text; }
      if (!element.title) { element.title = zoned.format(date); }
    });
  }
  function showZone() {
    var zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    var name = new Intl.DateTimeFormat(lang, { timeZoneName: 'shortOffset' }).formatToParts(new Date())
      .filter(function (part) { return part.type === 'timeZoneName'; })[0];
    document.querySelectorAll('[data-qj-zone]').forEach(function (element) {
      element.textContent = zone + (name && name.value !== zone ? ' (' + name.value + ')' : '');
    });
  }

  /* ---- what an update must not lose: the row under the pointer, open traces, the focus */
  function rowsFrom(row) {
    var kept = [];
    for (; row && kept.length < 60; row = row.nextElementSibling) {
      var link = row.querySelector('[data-key^="job-"]');
      if (link) { kept.push({ key: link.dataset.key, top: row.getBoundingClientRect().top }); }
    }
    return kept;
  }
  function keep() {
    var over = state.pointer && document.elementFromPoint(state.pointer.x, state.pointer.y);
    var focused = document.activeElement && document.activeElement.dataset.key;
    var row = (over && over.closest('.qj-table tbody tr')) || (focused && document.activeElement.closest('.qj-table tbody tr'));
    if (!row && window.scrollY > 0) {
      row = Array.prototype.find.call(document.querySelectorAll('.qj-table tbody tr'), function (one) {
        return one.getBoundingClientRect().top >= 0;
      });
    }
    var open = Array.prototype.map.call(document.querySelectorAll('details[data-key]'), function (one) { return [one.dataset.key, one.open]; });
    var scrolled = Array.prototype.map.call(document.querySelectorAll('.qj pre, .qj-states, .qj-scroll, .qj-trace'), function (one) { return [one.scrollLeft, one.scrollTop]; });
    var rows = rowsFrom(row), first = rows[0], last = state.anchor;
    /* scrolling rounds to whole pixels: aim at where the row stood at first, or the page would creep */
    if (first && last && first.key === last.key && Math.abs(first.top - last.top) < 2) { first.top = last.top; }
    state.anchor = first;
    state.kept = { rows: rows, open: open, focus: focused, scrolled: scrolled };
  }
  function byKey(key) {
    return Array.prototype.find.call(document.querySelectorAll('[data-key]'), function (one) { return one.dataset.key === key; });
  }
  function restore() {
    var kept = state.kept;
    state.kept = null;
    showTimes();
    if (!kept) { return; }
    kept.open.forEach(function (was) { var one = byKey(was[0]); if (one) { one.open = was[1]; } });
    var focus = kept.focus && byKey(kept.focus);
    if (focus && focus !== document.activeElement) { focus.focus({ preventScroll: true }); }
    var scrolled = document.querySelectorAll('.qj pre, .qj-states, .qj-scroll, .qj-trace');
    scrolled.forEach(function (one, index) {
      var was = scrolled.length === kept.scrolled.length && kept.scrolled[index];
      if (was) { one.scrollLeft = was[0]; one.scrollTop = was[1]; }
    });
    for (var i = 0; i < kept.rows.length; i++) {
      var link = byKey(kept.rows[i].key);
      if (link) {
        window.scrollBy({ left: 0, top: link.closest('tr').getBoundingClientRect().top - kept.rows[i].top, behavior: 'instant' });
        return;
      }
    }
  }

  /* ---- self-refresh */
  function isResting() {
    var mark = document.querySelector('[data-qj-resting]');
    return mark !== null && mark.dataset.qjResting === 'true';
  }
  function isSelecting() {
    var selection = window.getSelection();
    return selection && !selection.isCollapsed && selection.toString().trim() !== '';
  }
  function isDialogOpen() {
    return Array.prototype.some.call(document.querySelectorAll('.ui-dialog'), function (one) { return one.offsetParent !== null; });
  }
  function refresh() {
    if (typeof window.queueJobRefresh === 'function' && !state.busy) {
      live.changed = false;
      state.last = Date.now();
      window.queueJobRefresh();
    }
  }
  function tick() {
    var now = Date.now();
    if (document.hidden || state.paused || now < state.next || now - state.typed < TYPING || !isDue(now)) { return; }
    if (isResting() || isSelecting() || isDialogOpen()) { return; }
    refresh();
  }
  /* ---- push: the server tells that something changed; without it the page asks every few seconds */
  function isDue(now) {
    var rest = now - state.last;
    return live.open ? (live.changed && rest >= LEAST) || rest >= SLOWEST : rest >= TICK;
  }
  function hush() {
    if (live.source) { live.source.close(); }
    live.source = null;
    live.open = false;
  }
  function hear() {
    var mark = document.querySelector('[data-qj-live]');
    if (!mark || !window.EventSource || live.source || document.hidden || state.paused || Date.now() < live.next) { return; }
    var source = live.source = new EventSource(mark.dataset.qjLive);
    source.addEventListener('hello', function () { live.open = true; live.changed = true; });
    source.addEventListener('changed', function () { live.changed = true; });
    source.onerror = function () {
      live.open = false;
      if (source.readyState === EventSource.CLOSED) { hush(); live.next = Date.now() + SLOWEST; }
    };
  }

  function offline(on) {
    var banner = document.getElementById('qj-offline');
    if (banner) { banner.hidden = !on; }
    state.failures = on ? state.failures + 1 : 0;
    state.next = on ? Date.now() + Math.min(SLOWEST, TICK * Math.pow(2, state.failures - 1)) : 0;
  }
  function startOver() {
    var last = Number(sessionStorage.getItem('qj-reloaded') || 0);
    if (Date.now() - last > 10000) {
      sessionStorage.setItem('qj-reloaded', String(Date.now()));
      location.reload();
    }
  }
  function listen() {
    var $ = window.jQuery;
    if (!$) { return; }
    $(document).on('pfAjaxStart', function () { state.busy = true; })
      .on('pfAjaxSuccess', function (event, xhr) {
        offline(false);
        var xml = xhr && xhr.responseXML;
        if (!xml || xml.getElementsByTagName('error').length) { startOver(); return; }
        keep();
      })
      .on('pfAjaxError', function (event, xhr) {
        if (xhr && (xhr.status === 401 || xhr.status === 403)) { startOver(); } else { offline(true); }
      })
      .on('pfAjaxComplete', function (event, xhr, settings, args) {
        state.busy = false;
        restore();
        if (args && args.address) { history.replaceState(history.state, '', args.address); rememberList(); }
      });
  }

  /* ---- controls */
  function showPause() {
    document.querySelectorAll('[data-qj-pause]').forEach(function (button) {
      button.setAttribute('aria-pressed', String(state.paused));
      button.querySelector('[data-qj-word]').textContent = state.paused ? button.dataset.paused : button.dataset.on;
      button.title = state.paused ? button.dataset.hintPaused : button.dataset.hintOn;
    });
  }
  /* the text without the words of folds */
  function plain(source) {
    var copied = source.cloneNode(true);
    copied.querySelectorAll('summary').forEach(function (one) { one.remove(); });
    return copied.textContent;
  }
  function copy(button) {
    var source = document.getElementById(button.dataset.qjCopy) || button.previousElementSibling, word = button.querySelector('span'), before = word.textContent;
    if (!source || before === button.dataset.copied) { return; }
    var selected = function () {
      var range = document.createRange();
      range.selectNodeContents(source);
      window.getSelection().removeAllRanges();
      window.getSelection().addRange(range);
    };
    var told = function () {
      word.textContent = button.dataset.copied;
      setTimeout(function () { word.textContent = before; }, 1500);
    };
    if (navigator.clipboard) { navigator.clipboard.writeText(plain(source)).then(told, selected); } else { selected(); }
  }
  function rememberList() {
    if (document.getElementById('list')) { sessionStorage.setItem('qj-list', location.search); }
  }
  function leadBack() {
    var link = document.querySelector('[data-qj-back]'), search = sessionStorage.getItem('qj-list');
    if (link && search) { link.search = search; }
  }

  /* on a narrow screen the chips scroll sideways: the chosen one comes into view */
  function showChosen() {
    var row = document.querySelector('.qj-states'), chip = row && row.querySelector('.qj-on');
    if (chip) { row.scrollLeft = chip.offsetLeft - row.offsetLeft - 14; }
  }

  /* a large graph scrolls: the page's own job comes into view */
  function showOwn() {
    var own = document.querySelector('.qj-g-own'), frame = own && own.closest('.qj-graph-frame');
    if (frame) {
      var box = own.getBBox();
      frame.scrollTo(box.x + box.width / 2 - frame.clientWidth / 2, box.y + box.height / 2 - frame.clientHeight / 2);
    }
  }

  /* a range of times: asked for in the viewer's zone, sent as instants */
  function two(number) { return String(number).padStart(2, '0'); }
  function showInstants() {
    document.querySelectorAll('input[data-qj-instant]').forEach(function (input) {
      var at = new Date(input.dataset.value);
      if (!isNaN(at)) {
        input.value = at.getFullYear() + '-' + two(at.getMonth() + 1) + '-' + two(at.getDate()) + 'T' + two(at.getHours()) + ':' + two(at.getMinutes()) + ':' + two(at.getSeconds());
      }
    });
  }
  /* where the navigation scrolls sideways, the page's own line comes into view */
  function showHere() {
    var here = document.querySelector('.qj-nav [aria-current=page]');
    if (here) { here.parentNode.scrollLeft = here.offsetLeft - here.parentNode.offsetLeft - 14; }
  }
  document.addEventListener('submit', function (event) {
    if (!event.target.matches('[data-qj-ask]')) { return; }
    event.preventDefault();
    var query = new URLSearchParams();
    new FormData(event.target).forEach(function (value, name) { if (value) { query.append(name, value); } });
    event.target.querySelectorAll('input[data-qj-instant]').forEach(function (input) {
      if (input.value) { query.append(input.dataset.qjInstant, new Date(input.value).toISOString()); }
    });
    location.search = query.toString();
  });

  document.addEventListener('click', function (event) {
    var pause = event.target.closest('[data-qj-pause]'), button = event.target.closest('[data-qj-copy]');
    if (pause) {
      state.paused = !state.paused;
      if (state.paused) { hush(); } else { hear(); }
      sessionStorage.setItem('qj-paused', state.paused ? '1' : '');
      showPause();
    } else if (button) {
      copy(button);
    }
  });
  /* a menu goes when one clicks beside it or presses Escape */
  function closeMenus(except) {
    document.querySelectorAll('details[data-qj-menu][open]').forEach(function (menu) { if (menu !== except) { menu.open = false; } });
  }
  document.addEventListener('click', function (event) { closeMenus(event.target.closest('details[data-qj-menu]')); });
  document.addEventListener('keydown', function (event) {
    var menu = event.key === 'Escape' && document.querySelector('details[data-qj-menu][open]');
    if (menu) { menu.open = false; menu.querySelector('summary').focus(); }
  });
  document.addEventListener('input', function () { state.typed = Date.now(); });
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Enter' && event.target.type === 'search') { event.preventDefault(); }
  });
  document.addEventListener('pointermove', function (event) {
    state.pointer = event.pointerType === 'mouse' ? { x: event.clientX, y: event.clientY } : null;
  }, { passive: true });
  document.addEventListener('pointerleave', function () { state.pointer = null; });
  document.addEventListener('visibilitychange', function () {
    if (document.hidden) { hush(); } else if (!state.paused) { refresh(); hear(); }
  });
  window.addEventListener('pagehide', hush);

  state.paused = sessionStorage.getItem('qj-paused') === '1';
  showPause();
  showZone();
  showTimes();
  showInstants();
  showHere();
  rememberList();
  leadBack();
  showChosen();
  showOwn();
  listen();
  setInterval(showTimes, 1000);
  setInterval(tick, 250);
  hear();
  setInterval(hear, TICK);
}());
