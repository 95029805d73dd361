package io.queuejob.web.export;

import io.queuejob.admin.search.JobSearch;
import io.queuejob.web.Trouble;
import io.queuejob.web.sight.Seen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** An address of the admin that answers with a file. */
@Named("queueJobExport")
@RequestScoped
public class ExportPage {
  private JobSearch search;
  private String filter = "";
  private String format = "csv";

  protected ExportPage() {}

  @Inject
  ExportPage(@Seen JobSearch search) {
    this.search = search;
  }

  public String getFilter() {
    return filter;
  }

  public void setFilter(String filter) {
    this.filter = filter == null ? "" : filter;
  }

  public String getFormat() {
    return format;
  }

  public void setFormat(String format) {
    this.format = format;
  }

  /** Answers with the file; 400 if the filter cannot be read. */
  public void send() throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext external = faces.getExternalContext();
    ExportFormat wanted = ExportFormat.of(format).orElse(ExportFormat.CSV);
    try {
      JobExport export = new JobExport(search, filter);
      external.responseReset();
      external.setResponseContentType(wanted.type());
      external.setResponseHeader(
          "Content-Disposition", "attachment; filename=\"jobs." + wanted.word() + "\"");
      external.setResponseHeader("Cache-Control", "no-store");
      external.setResponseHeader("X-Content-Type-Options", "nosniff");
      export.write(wanted, external.getResponseOutputStream());
    } catch (IllegalArgumentException e) {
      external.setResponseContentType("text/plain;charset=UTF-8");
      external.setResponseStatus(HttpServletResponse.SC_BAD_REQUEST);
      String own = Trouble.ownMessage(e);
      external.getResponseOutputWriter().write(own == null ? "400" : own);
    }
    faces.responseComplete();
  }
}
