// The session with the learning platform (SCORM 1.2): found and opened before the reader's record is read, so that
// each learner of a shared machine has a record of their own.
(function () {
  "use strict";
  function find(from) {
    for (var hops = 0; from && hops < 50; hops += 1) {
      try { if (from.API) return from.API; } catch (error) { return null; }
      if (from.parent === from) return null;
      from = from.parent;
    }
    return null;
  }
  var api = find(window);
  try { api = api || (window.opener && find(window.opener)); } catch (error) { api = null; }
  var open = !!api && String(api.LMSInitialize("")) === "true";
  var session = window.qcourseSession = {
    get: function (name) { return open ? String(api.LMSGetValue(name) || "") : ""; },
    set: function (name, value) { if (open) api.LMSSetValue(name, String(value)); },
    commit: function () { if (open) api.LMSCommit(""); },
    close: function () { if (open) { open = false; api.LMSFinish(""); } },
    open: function () { return open; }
  };
  window.qcourseScope = ":" + encodeURIComponent(session.get("cmi.core.student_id") || "learner");
})();
