package io.queuejob.console.login;

import io.queuejob.console.Html;
import io.queuejob.console.Texts;
import io.queuejob.console.openid.OpenId;
import io.queuejob.console.openid.OpenIdLogin;
import io.queuejob.web.language.Language;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;

/** The form of the login. It needs no session, so a page left open for a day still works. */
@WebServlet("/login")
public class LoginPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient SecurityContext security;
  @Inject private transient AdminIdentityStore store;
  @Inject private transient OpenId openId;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Language> wanted = Language.of(request.getParameter("language"));
    if (wanted.isPresent()) {
      response.addCookie(wanted.get().cookie(request));
      response.sendRedirect(request.getContextPath() + "/login?to=" + encodedTo(request));
      return;
    }
    String failed = request.getParameter("failed");
    if (SignedIn.of(request) != null) {
      leadOn(request, response);
    } else if (openId.isOn() && !store.hasAccount() && failed == null) {
      response.sendRedirect(request.getContextPath() + openIdAddress(request));
    } else {
      show(request, response, openId.isOn() ? refusal(failed) : null);
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    request.setCharacterEncoding("UTF-8");
    UsernamePasswordCredential given =
        new UsernamePasswordCredential(value(request, "user"), value(request, "password"));
    AuthenticationStatus status =
        security.authenticate(
            request,
            response,
            AuthenticationParameters.withParams().credential(given).newAuthentication(true));
    if (status == AuthenticationStatus.SUCCESS) {
      leadOn(request, response);
    } else {
      Object refusal = request.getAttribute(ConsoleAuthentication.REFUSAL);
      show(request, response, refusal instanceof Refusal known ? known : Refusal.WRONG);
    }
  }

  private static void leadOn(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = ReturnPath.safe(request.getParameter("to"));
    response.sendRedirect(request.getContextPath() + path);
  }

  private static Refusal refusal(String failed) {
    if (failed == null) {
      return null;
    }
    return failed.equals("role") ? Refusal.NO_ROLE : Refusal.ELSEWHERE;
  }

  private static String openIdAddress(HttpServletRequest request) {
    String to = ReturnPath.safe(request.getParameter("to"));
    return OpenIdLogin.PATH + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
  }

  private void show(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
      throws IOException {
    ResourceBundle texts = Texts.of(request);
    Map<String, String> values = new HashMap<>();
    texts.keySet().forEach(key -> values.put(key.replace('.', '_'), texts.getString(key)));
    values.put("context", request.getContextPath());
    values.put("to", ReturnPath.safe(request.getParameter("to")));
    values.put("to_encoded", encodedTo(request));
    values.put("user", value(request, "user"));
    values.put("is_" + Language.of(request).getTag(), "true");
    values.put("openid", request.getContextPath() + openIdAddress(request));
    values.put("openid_shown", openId.isOn() ? "shown" : "hidden");
    values.put("form_shown", openId.isOn() && !store.hasAccount() ? "hidden" : "shown");
    if (refusal != null) {
      String text = texts.getString(refusal.key());
      values.put("refusal", text.formatted((refusal.waitSeconds() + 59) / 60));
      response.setStatus(refusal.status());
    }
    response.setContentType("text/html;charset=UTF-8");
    response.getWriter().write(Html.template(LoginPage.class, "login.html").filled(values));
  }

  private static String encodedTo(HttpServletRequest request) {
    String to = ReturnPath.safe(request.getParameter("to"));
    return URLEncoder.encode(to, StandardCharsets.UTF_8);
  }

  private static String value(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value;
  }
}
