package io.queuejob.console.login;

import io.queuejob.web.VisibleText;
import io.queuejob.web.rest.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Both ways in: a form and a session for the pages, HTTP Basic without a session for the REST
 * interface. A signed-in browser may read the REST interface too.
 */
@ApplicationScoped
public class ConsoleAuthentication implements HttpAuthenticationMechanism {
  /** Request attribute under which the login page finds the {@link Refusal}. */
  static final String REFUSAL = Refusal.class.getName();

  private static final Logger LOG = System.getLogger(ConsoleAuthentication.class.getName());
  private static final String CHALLENGE = "Basic realm=\"Queue Job\", charset=\"UTF-8\"";

  private IdentityStoreHandler stores;
  private AdminIdentityStore account;
  private LoginLimiter limiter;
  private Grants grants;

  protected ConsoleAuthentication() {}

  @Inject
  ConsoleAuthentication(
      IdentityStoreHandler stores,
      AdminIdentityStore account,
      LoginLimiter limiter,
      Grants grants) {
    this.stores = stores;
    this.account = account;
    this.limiter = limiter;
    this.grants = grants;
  }

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    if (context.getAuthParameters() != null
        && context.getAuthParameters().getCredential() instanceof UsernamePasswordCredential form) {
      return signIn(form, request, context);
    }
    boolean api = isApi(request);
    if (api && request.getHeader("Authorization") != null) {
      return basic(request, response, context);
    }
    SignedIn known = SignedIn.of(request);
    if (known != null) {
      return known.tell(request, context);
    }
    if (!context.isProtected()) {
      return context.doNothing();
    }
    return api ? refuse(Refusal.NOBODY, response) : leadToLogin(request, response);
  }

  private AuthenticationStatus signIn(
      UsernamePasswordCredential form, HttpServletRequest request, HttpMessageContext context) {
    Attempt attempt = attempt(form, request);
    if (attempt.refusal() != null) {
      request.setAttribute(REFUSAL, attempt.refusal());
      return AuthenticationStatus.SEND_FAILURE;
    }
    SignedIn caller = attempt.caller();
    caller.begin(request);
    return caller.tell(request, context);
  }

  private AuthenticationStatus basic(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    Optional<BasicHeader> header = BasicHeader.of(request.getHeader("Authorization"));
    if (header.isEmpty()) {
      return refuse(Refusal.NOBODY, response);
    }
    Attempt attempt =
        attempt(
            new UsernamePasswordCredential(header.get().user(), header.get().password()), request);
    return attempt.refusal() == null
        ? attempt.caller().tell(request, context)
        : refuse(attempt.refusal(), response);
  }

  private Attempt attempt(UsernamePasswordCredential given, HttpServletRequest request) {
    String address = request.getRemoteAddr();
    Optional<Duration> wait = limiter.refusedFor(given.getCaller(), address);
    if (wait.isPresent()) {
      log(Refusal.tooMany(wait.get()), given.getCaller(), address);
      return new Attempt(null, Refusal.tooMany(wait.get()));
    }
    CredentialValidationResult result = stores.validate(given);
    if (result.getStatus() != CredentialValidationResult.Status.VALID) {
      limiter.failed(given.getCaller(), address);
      log(Refusal.WRONG, given.getCaller(), address);
      return new Attempt(null, account.hasAccount() ? Refusal.WRONG : Refusal.NO_ACCOUNT);
    }
    limiter.succeeded(given.getCaller(), address);
    String name = result.getCallerPrincipal().getName();
    Set<String> memberOf = result.getCallerGroups();
    return new Attempt(new SignedIn(name, grants.rolesOf(memberOf), memberOf), null);
  }

  private static void log(Refusal refusal, String name, String address) {
    LOG.log(
        Level.WARNING,
        "{0} login of ''{1}'' from {2} refused: {3}",
        refusal.id(),
        VisibleText.firstLine(name),
        address,
        refusal.status() == Refusal.TOO_MANY ? "too many failed ones" : "wrong name or password");
  }

  /** What programs ask for, rather than people with a browser. */
  private static boolean isApi(HttpServletRequest request) {
    String path = request.getServletPath();
    return path.equals("/api") || path.startsWith("/api/") || path.equals("/metrics");
  }

  private static AuthenticationStatus refuse(Refusal refusal, HttpServletResponse response) {
    if (refusal.status() == Refusal.UNAUTHORIZED) {
      response.setHeader("WWW-Authenticate", CHALLENGE);
    } else {
      response.setHeader("Retry-After", String.valueOf(refusal.waitSeconds()));
    }
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-store");
    response.setStatus(refusal.status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setCharacterEncoding("UTF-8");
    try {
      response.getWriter().write(refusal.toProblem().toJson().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return AuthenticationStatus.SEND_FAILURE;
  }

  /** A page's own call in the background is told by status; the script then loads the page anew. */
  private static AuthenticationStatus leadToLogin(
      HttpServletRequest request, HttpServletResponse response) {
    try {
      if (request.getHeader("Faces-Request") != null) {
        response.setStatus(Refusal.UNAUTHORIZED);
        return AuthenticationStatus.SEND_FAILURE;
      }
      String path = request.getRequestURI().substring(request.getContextPath().length());
      boolean get = request.getMethod().equals("GET");
      String to = get ? ReturnPath.encoded(path, request.getQueryString()) : "%2F";
      response.sendRedirect(request.getContextPath() + "/login?to=" + to);
      return AuthenticationStatus.SEND_CONTINUE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Attempt(SignedIn caller, Refusal refusal) {}
}
