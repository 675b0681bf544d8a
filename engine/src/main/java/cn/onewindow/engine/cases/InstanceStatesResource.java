package cn.onewindow.engine.cases;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;

/** Many process instances as they are now, in one request: what a server otherwise asks for in three requests an instance. */
@Path("/onewindow/process-instance/states")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class InstanceStatesResource {

  private static final int MOST = 200;
  private final InstanceReader reader;

  public InstanceStatesResource(ProcessEngine engine) {
    this.reader = new InstanceReader(engine);
  }

  /** @param ids of process instances, at most 200; one that does not run is answered as ended */
  public record StatesRequest(Set<String> ids) {}

  @POST
  public List<InstanceState> states(StatesRequest request) {
    Set<String> ids = request.ids();
    if (ids == null || ids.isEmpty()) return List.of();
    if (ids.size() > MOST) throw new InvalidRequestException(Status.BAD_REQUEST, "At most " + MOST + " instances");
    return reader.ofAll(ids);
  }
}
