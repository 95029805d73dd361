package io.queuejob.console.openid;

import io.queuejob.console.login.Grants;
import io.queuejob.console.login.ReturnPath;
import io.queuejob.console.login.SignedIn;
import io.queuejob.web.VisibleText;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** Leads to the provider, and back with a code. */
@WebServlet(OpenIdLogin.PATH)
public class OpenIdLogin extends HttpServlet {
  /** Its address, below that of the console. */
  public static final String PATH = "/login/openid";

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger(OpenIdLogin.class.getName());

  @Inject private transient OpenId settings;
  @Inject private transient Grants grants;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!settings.isOn()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    try {
      response.sendRedirect(
          request.getParameter("state") == null ? begun(request) : ended(request));
    } catch (OpenIdException e) {
      LOG.log(
          Level.WARNING,
          "{0} (login from {1})",
          VisibleText.firstLine(e.getMessage()),
          request.getRemoteAddr());
      response.sendRedirect(request.getContextPath() + "/login?failed=openid");
    }
  }

  private String begun(HttpServletRequest request) throws OpenIdException {
    String here = settings.redirect().orElseGet(() -> request.getRequestURL().toString());
    Pending pending = Pending.begin(request, ReturnPath.safe(request.getParameter("to")), here);
    return Provider.of(settings).signIn(pending);
  }

  /** The page that was wanted, for a caller who is now signed in. */
  private String ended(HttpServletRequest request) throws OpenIdException {
    Pending pending = Pending.take(request);
    if (pending == null || !pending.isAnsweredBy(request.getParameter("state"))) {
      throw OpenIdException.answer("the state of a login begun in this browser", "another");
    }
    String code = request.getParameter("code");
    if (code == null) {
      throw OpenIdException.answer("a code", "the error '" + request.getParameter("error") + "'");
    }
    Provider provider = Provider.of(settings);
    JsonObject tokens = provider.tokens(pending, code);
    JsonObject claims =
        provider
            .reader()
            .claims(tokens.getString("id_token", ""), pending.nonce(), Clock.systemUTC().instant());
    Set<String> groups = new HashSet<>(groups(claims));
    if (groups.isEmpty()) {
      groups.addAll(groups(more(provider, tokens, claims)));
    }
    SignedIn caller = new SignedIn(caller(claims), grants.rolesOf(groups), groups);
    return signedIn(request, caller)
        ? request.getContextPath() + pending.to()
        : request.getContextPath() + "/login?failed=role";
  }

  /** Who has no role gets no session, in which nothing but another login would be of use. */
  private static boolean signedIn(HttpServletRequest request, SignedIn caller) {
    if (!caller.roles().isEmpty()) {
      caller.begin(request);
      return true;
    }
    LOG.log(
        Level.WARNING,
        "QJ7313 OpenID Connect: expected ''{0}'' in a group that has a role here, found the groups"
            + " {1}; name one of them in queue-job.console.viewer-groups or its like (login from"
            + " {2})",
        VisibleText.firstLine(caller.name()),
        VisibleText.firstLine(caller.memberOf().toString()),
        request.getRemoteAddr());
    return false;
  }

  /** What the provider says of the same person and nobody else. */
  private static JsonObject more(Provider provider, JsonObject tokens, JsonObject claims)
      throws OpenIdException {
    JsonObject more = provider.more(tokens.getString("access_token", null));
    boolean same = Objects.equals(IdToken.text(more, "sub"), IdToken.text(claims, "sub"));
    return same ? more : JsonObject.EMPTY_JSON_OBJECT;
  }

  private Set<String> groups(JsonObject claims) {
    return Set.copyOf(new HashSet<>(IdToken.texts(IdToken.at(claims, settings.groupsClaim()))));
  }

  private String caller(JsonObject claims) {
    return settings.callerClaims().stream()
        .map(name -> IdToken.text(claims, name))
        .filter(name -> name != null && !name.isBlank())
        .findFirst()
        .orElseThrow();
  }
}
