package cn.onewindow.engine;

import cn.onewindow.engine.cases.CaseRestApplication;
import cn.onewindow.engine.cases.TaskDatesPlugin;
import cn.onewindow.engine.nocode.NoCodePlugin;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.util.ClassUtils;

@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

  static final String WEBAPPS_PATH = "/camunda";
  private static final String WEBAPPS_MARK = "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration";

  @Bean
  HikariDataSource dataSource(EngineSettings settings) {
    HikariConfig pool = new HikariConfig();
    if (settings.usesH2() && settings.durable()) {
      pool.setDataSource(new DurableH2DataSource(settings.databaseUrl(), settings.databaseUser(), settings.databasePassword()));
    } else {
      pool.setJdbcUrl(settings.databaseUrl());
      pool.setUsername(settings.databaseUser());
      pool.setPassword(settings.databasePassword());
    }
    pool.setPoolName("engine");
    pool.setMaximumPoolSize(20);
    pool.setMinimumIdle(4);
    return new HikariDataSource(pool);
  }

  @Bean
  ProcessEnginePlugin noCodePlugin() {
    return new NoCodePlugin();
  }

  @Bean
  ProcessEnginePlugin uniqueBusinessKeyPlugin() {
    return new UniqueBusinessKeyPlugin();
  }

  @Bean
  ProcessEnginePlugin taskDatesPlugin() {
    return new TaskDatesPlugin();
  }

  @Bean
  ProcessEnginePlugin timerHold(EngineSettings settings) {
    return TimerHold.plugin(settings);
  }

  @Bean
  ProcessEnginePlugin serviceUserPlugin(EngineSettings settings) {
    return new ServiceUserPlugin(settings);
  }

  @Bean
  FilterRegistrationBean<BasicAuthenticationFilter> authentication(IdentityService identity, EngineSettings settings) {
    List<String> open = new ArrayList<>(List.of("/healthz"));
    if (webappsPresent()) open.add(WEBAPPS_PATH);
    var registration = new FilterRegistrationBean<>(new BasicAuthenticationFilter(identity, settings, open));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    registration.addUrlPatterns("/*");
    return registration;
  }

  @Bean
  FilterRegistrationBean<WebappsWriteBlock> webappsWriteBlock() {
    var registration = new FilterRegistrationBean<>(new WebappsWriteBlock());
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    registration.addUrlPatterns(WEBAPPS_PATH + "/*");
    registration.setEnabled(webappsPresent());
    return registration;
  }

  @Bean
  CaseRestApplication restApplication(ProcessEngine engine, DataSource dataSource) {
    return new CaseRestApplication(engine, dataSource);
  }

  @Bean
  ServletRegistrationBean<HealthServlet> health(DataSource dataSource) {
    return new ServletRegistrationBean<>(new HealthServlet(dataSource), "/healthz/*");
  }

  private static boolean webappsPresent() {
    return ClassUtils.isPresent(WEBAPPS_MARK, null);
  }
}
