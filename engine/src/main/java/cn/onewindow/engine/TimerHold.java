package cn.onewindow.engine;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.AcquireJobsCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultAcquireJobsCommandFactory;

/**
 * After its start the engine runs no job by itself for a while. What fell due while it was down may have been put off meanwhile
 * (a case was paused, its limit extended), and the server must be able to say so first; its outbox tries again every 15 s at
 * most. Jobs that are executed by name are not held.
 */
final class TimerHold implements AcquireJobsCommandFactory {

  private final AcquireJobsCommandFactory jobs;
  private final long nanos;
  private final LongSupplier clock;
  private Long since;

  TimerHold(AcquireJobsCommandFactory jobs, Duration hold, LongSupplier nanoTime) {
    this.jobs = jobs;
    this.nanos = hold.toNanos();
    this.clock = nanoTime;
  }

  @Override
  public synchronized Command<AcquiredJobs> getCommand(int numJobsToAcquire) {
    long now = clock.getAsLong();
    if (since == null) since = now;
    // It looked for so many and found none: with none looked for, the executor would take that for plenty and ask on without a pause.
    return now - since < nanos ? context -> new AcquiredJobs(numJobsToAcquire) : jobs.getCommand(numJobsToAcquire);
  }

  static AbstractProcessEnginePlugin plugin(EngineSettings settings) {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void postInit(ProcessEngineConfigurationImpl configuration) {
        var executor = configuration.getJobExecutor();
        executor.setAcquireJobsCmdFactory(
            new TimerHold(new DefaultAcquireJobsCommandFactory(executor), settings.timerHold(), System::nanoTime));
      }
    };
  }
}
