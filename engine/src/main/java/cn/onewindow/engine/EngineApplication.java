package cn.onewindow.engine;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The Camunda 7.24 engine of OneWindow: REST only, behind credentials, refusing models that run code. */
@SpringBootApplication
public class EngineApplication {

  public static void main(String[] arguments) {
    // The engine stores local time and reads timers without offset as local time: pin both, wherever the JVM runs.
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
    EngineSettings settings;
    try {
      settings = EngineSettings.from(System.getenv());
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(78);
      return;
    }
    start(settings);
  }

  static ConfigurableApplicationContext start(EngineSettings settings) {
    SpringApplication application = new SpringApplication(EngineApplication.class);
    application.setDefaultProperties(settings.properties());
    application.addInitializers(context ->
        ((GenericApplicationContext) context).registerBean(EngineSettings.class, () -> settings));
    return application.run();
  }
}
