package io.queuejob.browser.devtools;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;

/** One window of the browser, as a person has it in front of them. For one thread. */
public final class Tab implements AutoCloseable {
  private static final Duration LOAD = Duration.ofSeconds(45);

  private final Connection connection;
  private final String session;
  private final String context;
  private final Watch watch = new Watch();

  Tab(Connection connection, String session, String context) {
    this.connection = connection;
    this.session = session;
    this.context = context;
    connection.listen(session, this::take);
    for (String domain : new String[] {"Page", "Runtime", "Log", "Network", "Audits"}) {
      send(domain + ".enable", object());
    }
    size(1280, 900);
    // of several windows only one has the focus: each page shall think it is this one
    send("Emulation.setFocusEmulationEnabled", object().add("enabled", true));
  }

  private void take(String event, JsonObject what) {
    watch.take(event, what);
    if (event.equals("Page.javascriptDialogOpening")) {
      var unused =
          connection.post(session, "Page.handleJavaScriptDialog", object().add("accept", false));
    }
  }

  /** What went wrong on the pages shown so far. */
  public Watch watch() {
    return watch;
  }

  /** Has a cookie, as if the server had set it. */
  public void cookie(String url, String name, String value) {
    send("Network.setCookie", object().add("url", url).add("name", name).add("value", value));
  }

  /** Forgets what was kept of pages, as if it had never seen any; cookies stay. */
  public void forgetPages() {
    send("Network.clearBrowserCache", object());
  }

  /** Prefers light or dark. */
  public void theme(String scheme) {
    JsonObjectBuilder feature = object().add("name", "prefers-color-scheme").add("value", scheme);
    send(
        "Emulation.setEmulatedMedia",
        object().add("features", Json.createArrayBuilder().add(feature)));
  }

  /** Asks for pages in these languages, such as {@code de-AT,de}. */
  public void languages(String accepted) {
    String agent = text("navigator.userAgent");
    send(
        "Emulation.setUserAgentOverride",
        object().add("userAgent", agent).add("acceptLanguage", accepted));
  }

  /** Is as large as this, in CSS pixels. */
  public void size(int width, int height) {
    send(
        "Emulation.setDeviceMetricsOverride",
        object()
            .add("width", width)
            .add("height", height)
            .add("deviceScaleFactor", 1)
            .add("mobile", false));
  }

  /** Opens an address and waits until the page is there. */
  public void goTo(String url) {
    watch.home(url);
    JsonObject answer = send("Page.navigate", object().add("url", url));
    if (answer.containsKey("errorText")) {
      throw new IllegalStateException(url + ": " + answer.getString("errorText"));
    }
    awaitLoaded();
  }

  /** Does what leads to another page, or to the same one anew, and waits until it is there. */
  public void leave(Runnable how) {
    evaluate("window.queueJobLeft = true");
    how.run();
    await("!window.queueJobLeft");
    awaitLoaded();
  }

  /** Loads the page anew. */
  public void reload() {
    leave(() -> send("Page.reload", object()));
  }

  /** Goes back to the page before, which the browser may have kept alive. */
  public void back() {
    String here = text("location.href");
    evaluate("history.back()");
    await("location.href !== " + quoted(here));
    awaitLoaded();
  }

  private void awaitLoaded() {
    await("document.readyState === 'complete'");
  }

  /** Value of an expression of JavaScript; a promise is waited for. */
  public JsonValue evaluate(String expression) {
    JsonObject answer =
        send(
            "Runtime.evaluate",
            object()
                .add("expression", expression)
                .add("returnByValue", true)
                .add("awaitPromise", true)
                .add("userGesture", true));
    if (answer.containsKey("exceptionDetails")) {
      throw new IllegalStateException(expression + ": " + answer.get("exceptionDetails"));
    }
    return answer.getJsonObject("result").getOrDefault("value", JsonValue.NULL);
  }

  /** An expression's value as text. */
  public String text(String expression) {
    JsonValue value = evaluate(expression);
    return value instanceof JsonString string ? string.getString() : value.toString();
  }

  /** Whether an expression is true; not while a page comes and goes. */
  public boolean holds(String expression) {
    try {
      return evaluate("Boolean(" + expression + ")").equals(JsonValue.TRUE);
    } catch (IllegalStateException e) {
      return false;
    }
  }

  /** Waits until an expression is true. */
  public void await(String expression) {
    await(LOAD, expression);
  }

  /** Waits until an expression is true, at most so long. */
  public void await(Duration limit, String expression) {
    Await.until(
        limit,
        () -> holds(expression),
        () ->
            "%s at %s, focus on %s: %s"
                .formatted(
                    expression,
                    text("location.href"),
                    text("document.activeElement.outerHTML.slice(0, 300)"),
                    text("document.body.innerText.slice(0, 2000)")));
  }

  /** Waits for an element and clicks with the mouse into its middle. */
  public void click(String selector) {
    String element = "document.querySelector(" + quoted(selector) + ")";
    await(element + " && " + element + ".getClientRects().length > 0");
    JsonObject middle =
        evaluate(
                "(() => { const e = %s; e.scrollIntoView({block: 'center', behavior: 'instant'}); const b = e.getClientRects()[0];"
                        .formatted(element)
                    + " return {x: b.left + b.width / 2, y: b.top + b.height / 2}; })()")
            .asJsonObject();
    for (String what : new String[] {"mouseMoved", "mousePressed", "mouseReleased"}) {
      send(
          "Input.dispatchMouseEvent",
          object()
              .add("type", what)
              .add("x", middle.get("x"))
              .add("y", middle.get("y"))
              .add("button", what.equals("mouseMoved") ? "none" : "left")
              .add("clickCount", 1));
    }
  }

  /** Types into what has the focus. */
  public void type(String text) {
    send("Input.insertText", object().add("text", text));
  }

  /** Presses a key and lets go of it. */
  public void press(Key key) {
    for (String what : new String[] {"keyDown", "keyUp"}) {
      JsonObjectBuilder event =
          object()
              .add("type", what)
              .add("key", key.domName())
              .add("code", key.domName())
              .add("modifiers", key.modifiers())
              .add("windowsVirtualKeyCode", key.number());
      if (what.equals("keyDown") && key.text() != null) {
        event.add("text", key.text());
      }
      send("Input.dispatchKeyEvent", event);
    }
  }

  /** Keeps a picture of the whole page. */
  public void screenshot(Path file) {
    JsonObject answer =
        send(
            "Page.captureScreenshot",
            object().add("format", "png").add("captureBeyondViewport", true));
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, Base64.getDecoder().decode(answer.getString("data")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text as a literal of JavaScript. */
  public static String quoted(String text) {
    return Json.createValue(text).toString();
  }

  @Override
  public void close() {
    connection.forget(session);
    connection.send(
        null, "Target.disposeBrowserContext", object().add("browserContextId", context));
  }

  private JsonObject send(String method, JsonObjectBuilder parameters) {
    return connection.send(session, method, parameters);
  }

  private static JsonObjectBuilder object() {
    return Json.createObjectBuilder();
  }
}
