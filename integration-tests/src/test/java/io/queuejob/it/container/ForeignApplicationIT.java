package io.queuejob.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.api.Delayed;
import io.queuejob.it.container.foreign.GuestBook;
import java.io.IOException;
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
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two edits to an application that is there: the jar and an annotation. It has no settings, and all
 * that it brings itself works as before.
 */
@ExtendWith(ArquillianExtension.class)
class ForeignApplicationIT {

  private static final String WEB_XML =
      """
      <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
        <security-constraint>
          <web-resource-collection>
            <web-resource-name>entering</web-resource-name>
            <url-pattern>/api/*</url-pattern>
            <http-method>POST</http-method>
          </web-resource-collection>
          <auth-constraint><role-name>host</role-name></auth-constraint>
        </security-constraint>
        <security-role><role-name>host</role-name></security-role>
      </web-app>
      """;

  private static final String PERSISTENCE =
      """
      <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
        <persistence-unit name="guests" transaction-type="JTA">
          <jta-data-source>jdbc/queue</jta-data-source>
        </persistence-unit>
      </persistence>
      """;
  private static final String MIGRATION =
      "CREATE TABLE guest (name text PRIMARY KEY, welcomed boolean NOT NULL);";

  @ArquillianResource private URL base;

  @Deployment(testable = false)
  static WebArchive application() {
    return ShrinkWrap.create(WebArchive.class, "guests.war")
        .addPackage(GuestBook.class.getPackage())
        .addAsLibraries(Wars.jarsOf("flyway", "jackson"))
        .addAsResource(new StringAsset(PERSISTENCE), "META-INF/persistence.xml")
        .addAsResource(new StringAsset(MIGRATION), "guests/V1__guests.sql")
        .addAsWebInfResource(new StringAsset(""), "beans.xml")
        .setWebXML(new StringAsset(WEB_XML))
        .addAsLibrary(Wars.jarOf(Delayed.class).toFile());
  }

  private HttpResponse<String> ask(String method, String path, String login)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + "api/guests/" + path))
            .timeout(Duration.ofSeconds(20))
            .method(method, BodyPublishers.noBody());
    if (login != null) {
      byte[] bytes = login.getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  private boolean isWelcomed(String guest) {
    try {
      return ask("GET", guest, null).body().equals("true");
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void its_rest_application_answers_without_login_where_it_asks_for_none() throws Exception {
    HttpResponse<String> answer = ask("GET", "nobody", null);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("false");
  }

  @Test
  void its_login_still_guards_what_it_guarded() throws Exception {
    assertThat(ask("POST", "intruder", null).statusCode()).isEqualTo(401);
    assertThat(ask("POST", "intruder", "hilda:wrong").statusCode()).isEqualTo(401);
    assertThat(isWelcomed("intruder")).isFalse();
  }

  @Test
  void its_unnamed_persistence_context_works_in_requests_and_in_jobs() throws Exception {
    HttpResponse<String> answer = ask("POST", "gast", "hilda:open sesame");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("hilda");
    Await.until(Duration.ofSeconds(20), () -> isWelcomed("gast"));
    assertThat(ask("GET", "gast/callers", null).body()).contains("hilda");
  }

  @Test
  void its_own_migrations_made_its_tables() throws Exception {
    assertThat(ask("GET", "gast/versions", null).body()).isEqualTo("[1]");
  }
}
