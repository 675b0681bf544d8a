package cn.onewindow.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.BackoffJobAcquisitionStrategy;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionContext;
import org.camunda.bpm.engine.impl.jobexecutor.ThreadPoolJobExecutor;
import org.junit.jupiter.api.Test;

class TimerHoldTest {

  private final AtomicLong nanos = new AtomicLong(5_000);
  private final Command<AcquiredJobs> acquire = context -> new AcquiredJobs(3);

  @Test
  void takesNoJobBeforeItsTimeIsOverAndEveryJobAfterwards() {
    var hold = new TimerHold(number -> acquire, Duration.ofSeconds(30), nanos::get);
    for (int second = 0; second < 30; second++) {
      var command = hold.getCommand(3);
      assertNotSame(acquire, command);
      assertEquals(0, command.execute(null).size());
      nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    }
    assertSame(acquire, hold.getCommand(3));
  }

  /** The executor pauses between two looks only where it got less than it asked for. */
  @Test
  void letsTheExecutorPauseMeanwhile() {
    var hold = new TimerHold(number -> acquire, Duration.ofSeconds(30), nanos::get);
    var executor = new ThreadPoolJobExecutor();
    var strategy = new BackoffJobAcquisitionStrategy(executor);
    var context = new JobAcquisitionContext();
    context.submitAcquiredJobs("default", hold.getCommand(3).execute(null));
    strategy.reconfigure(context);
    assertTrue(strategy.getWaitTime() > 0);
  }

  @Test
  void ofNoTimeHoldsNothing() {
    assertSame(acquire, new TimerHold(number -> acquire, Duration.ZERO, nanos::get).getCommand(3));
  }
}
