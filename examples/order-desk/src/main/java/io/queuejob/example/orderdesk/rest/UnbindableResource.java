package io.queuejob.example.orderdesk.rest;

import io.queuejob.example.orderdesk.note.Note;
import io.queuejob.example.orderdesk.note.Notes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** A delayed call that cannot be stored. */
@Path("unbindable")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class UnbindableResource {
  @Inject private Notes notes;

  /** Shows the queue's refusal, and that the transaction it happened in was committed. */
  @POST
  public Response refuse() {
    Note note = notes.noteRefusal();
    return Response.ok(Map.of("error", note.getText(), "committed", notes.exists(note.getId())))
        .build();
  }
}
