package io.queuejob.web.sight;

import io.queuejob.admin.JobAdmin;
import io.queuejob.admin.audit.AuditAdmin;
import io.queuejob.admin.bulk.BulkAdmin;
import io.queuejob.admin.channel.ChannelAdmin;
import io.queuejob.admin.doctor.Doctor;
import io.queuejob.admin.function.FunctionAdmin;
import io.queuejob.admin.health.QueueHealth;
import io.queuejob.admin.job.JobDossier;
import io.queuejob.admin.node.NodeAdmin;
import io.queuejob.admin.overview.OverviewAdmin;
import io.queuejob.admin.search.JobSearch;
import io.queuejob.admin.search.SavedViews;
import io.queuejob.web.access.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;

/**
 * Hands out desks with the limits of the caller, asked anew for each request. Those that tell of
 * all channels at once are refused to who does not see all of them. Who sees everything gets the
 * engine's own.
 */
@ApplicationScoped
public class SeenDesks {
  @Produces
  @Seen
  @RequestScoped
  JobAdmin jobs(JobAdmin all, Rights rights) {
    return all.seeing(rights.sight());
  }

  @Produces
  @Seen
  @RequestScoped
  JobSearch search(JobSearch all, Rights rights) {
    return all.seeing(rights.sight());
  }

  @Produces
  @Seen
  @RequestScoped
  SavedViews views(SavedViews all, Rights rights) {
    return all.seeing(rights.sight());
  }

  @Produces
  @Seen
  @RequestScoped
  JobDossier dossier(JobDossier all, Rights rights) {
    return all.seeing(rights.sight());
  }

  @Produces
  @Seen
  @RequestScoped
  BulkAdmin bulks(BulkAdmin all, Rights rights) {
    return all.seeing(rights.sight());
  }

  @Produces
  @Seen
  @RequestScoped
  ChannelAdmin channels(ChannelAdmin all, Rights rights) {
    return all.seeing(rights.sight());
  }

  @Produces
  @Seen
  @RequestScoped
  AuditAdmin audit(AuditAdmin all, Rights rights) {
    return all.seeing(rights.sight());
  }

  @Produces
  @Seen
  @RequestScoped
  OverviewAdmin overview(OverviewAdmin all, Rights rights) {
    return all.seeing(rights.sight());
  }

  @Produces
  @Seen
  @RequestScoped
  NodeAdmin nodes(NodeAdmin all, Rights rights) {
    rights.requireWholeSight();
    return all;
  }

  @Produces
  @Seen
  @RequestScoped
  FunctionAdmin functions(FunctionAdmin all, Rights rights) {
    rights.requireWholeSight();
    return all;
  }

  @Produces
  @Seen
  @RequestScoped
  Doctor doctor(Doctor all, Rights rights) {
    rights.requireWholeSight();
    return all;
  }

  @Produces
  @Seen
  @RequestScoped
  QueueHealth health(QueueHealth all, Rights rights) {
    rights.requireWholeSight();
    return all;
  }
}
