package io.queuejob.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.it.container.hosted.HostedAdmin;
import io.queuejob.web.rest.JobResource;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The admin's pages and REST inside an application, behind the application's login. */
@ExtendWith(ArquillianExtension.class)
class ForeignLoginIT {
  private static final String WEB_XML =
      """
      <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
        <context-param>
          <param-name>primefaces.CSP</param-name><param-value>true</param-value>
        </context-param>
        <servlet>
          <servlet-name>health</servlet-name>
          <servlet-class>io.queuejob.web.health.Health</servlet-class>
        </servlet>
        <servlet-mapping>
          <servlet-name>health</servlet-name><url-pattern>/health/*</url-pattern>
        </servlet-mapping>
        <security-constraint>
          <web-resource-collection>
            <web-resource-name>admin of the queue</web-resource-name>
            <url-pattern>/queue/*</url-pattern>
          </web-resource-collection>
          <auth-constraint>
            <role-name>queue-job-viewer</role-name>
            <role-name>queue-job-operator</role-name>
            <role-name>queue-job-admin</role-name>
          </auth-constraint>
        </security-constraint>
        <security-role><role-name>mail-team</role-name></security-role>
        <security-role><role-name>office</role-name></security-role>
      </web-app>
      """;
  private static final Pattern VIEW_STATE =
      Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]+)\"");

  @ArquillianResource private URL base;

  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  @Deployment(testable = false)
  static WebArchive application() {
    String channels = "root:4\nqueue-job.operator-channels=mail-team:root.mail,office:root";
    return Wars.application("hosts", HostedAdmin.class.getPackage(), channels)
        .addAsLibrary(Wars.jarOf(JobResource.class).toFile())
        .addAsLibrary(Wars.jarOf(org.primefaces.component.button.Button.class).toFile())
        .setWebXML(new StringAsset(WEB_XML));
  }

  private HttpResponse<String> ask(HttpRequest.Builder request, String login)
      throws IOException, InterruptedException {
    if (login != null) {
      byte[] bytes = (login + ":open sesame").getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    }
    return browser.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(URI.create(base + path));
  }

  private int statusOf(String path, String login) throws Exception {
    return ask(at(path), login).statusCode();
  }

  private HttpResponse<String> command(String login) throws Exception {
    String path = "queue/jobs/" + UUID.randomUUID() + "/cancel";
    return ask(at(path).POST(BodyPublishers.noBody()), login);
  }

  @Test
  void a_stranger_gets_the_applications_login() throws Exception {
    HttpResponse<String> answer = ask(at("queue-job/jobs.xhtml"), null);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).contains("hosts");
    assertThat(statusOf("queue/jobs", null)).isEqualTo(401);
  }

  @Test
  void who_has_no_role_of_the_admin_is_refused() throws Exception {
    assertThat(statusOf("queue-job/jobs.xhtml", "guest")).isEqualTo(403);
    assertThat(statusOf("queue/jobs", "guest")).isEqualTo(403);
  }

  @Test
  void a_viewer_sees_and_cannot_mend() throws Exception {
    HttpResponse<String> page = ask(at("queue-job/jobs.xhtml"), "vera");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("vera");
    assertThat(statusOf("queue/jobs", "vera")).isEqualTo(200);
    HttpResponse<String> refused = command("vera");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(refused.body()).contains("QJ7190", "queue-job-operator");
  }

  @Test
  void an_operator_mends() throws Exception {
    assertThat(command("olga").body()).contains("QJ7105");
  }

  private HttpResponse<String> sweep(String login) throws Exception {
    String path = "queue/jobs/stuck/requeue?enqueued=1000&started=1000";
    return ask(at(path).POST(BodyPublishers.noBody()), login);
  }

  @Test
  void an_operator_of_some_channels_mends_there_and_does_nothing_for_all() throws Exception {
    assertThat(command("mia").body()).contains("QJ7105");
    HttpResponse<String> refused = sweep("mia");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("QJ7193", "root.mail");
    assertThat(sweep("olga").statusCode()).isEqualTo(200);
  }

  @Test
  void a_form_that_another_site_sends_is_refused() throws Exception {
    HttpResponse<String> page = ask(at("queue-job/jobs.xhtml"), "vera");
    Matcher state = VIEW_STATE.matcher(page.body());
    assertThat(state.find()).isTrue();
    assertThat(posted(state.group(1), "https://evil.example")).isEqualTo(403);
    assertThat(posted(state.group(1), "null")).isEqualTo(403);
    assertThat(posted("1:1", origin())).isNotEqualTo(200);
    String link = "queue-job/jobs.xhtml?user=user&jakarta.faces.ViewState=" + state.group(1);
    assertThat(ask(at(link), "vera").statusCode()).isEqualTo(403);
  }

  private String origin() {
    return "http://" + base.getAuthority();
  }

  private int posted(String state, String origin) throws Exception {
    String form = "user=user&jakarta.faces.ViewState=" + state;
    return ask(
            at("queue-job/jobs.xhtml")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin)
                .POST(BodyPublishers.ofString(form)),
            "vera")
        .statusCode();
  }

  @Test
  void health_needs_no_login_and_tells_of_listener_and_schema() throws Exception {
    Await.until(Duration.ofSeconds(20), () -> isReady());
    assertThat(ask(at("health/ready"), null).body())
        .contains("\"status\":\"UP\"", "queue-job schema", "queue-job listener");
    assertThat(statusOf("health/live", null)).isEqualTo(200);
    assertThat(statusOf("health/other", null)).isEqualTo(404);
  }

  private boolean isReady() {
    try {
      return statusOf("health/ready", null) == 200;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
