package cn.onewindow.engine;

import java.lang.reflect.Proxy;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.ResourceAuthorizationProvider;

/**
 * Creates the account of ENGINE_USER, its group and the group's authorizations, and keeps its password the one of
 * ENGINE_PASSWORD. There is no other account: the web apps' "create the first administrator" page has nothing left to create.
 */
final class ServiceUserPlugin extends AbstractProcessEnginePlugin {

  private final EngineSettings settings;

  ServiceUserPlugin(EngineSettings settings) {
    this.settings = settings;
  }

  /** Without this the engine would store an authorization for every candidate group of every task; one account needs none. */
  @Override
  public void postInit(ProcessEngineConfigurationImpl configuration) {
    Class<?>[] types = {ResourceAuthorizationProvider.class};
    configuration.setResourceAuthorizationProvider((ResourceAuthorizationProvider) Proxy.newProxyInstance(
        getClass().getClassLoader(), types, (proxy, method, arguments) -> null));
  }

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    IdentityService identity = engine.getIdentityService();
    keepOnlyServiceUser(identity);
    Group group = identity.createGroupQuery().groupId(Groups.CAMUNDA_ADMIN).singleResult();
    if (group == null) {
      group = identity.newGroup(Groups.CAMUNDA_ADMIN);
      group.setName("OneWindow service");
      group.setType(Groups.GROUP_TYPE_SYSTEM);
      identity.saveGroup(group);
    }
    if (identity.createUserQuery().userId(settings.user()).memberOfGroup(Groups.CAMUNDA_ADMIN).count() == 0) {
      identity.createMembership(settings.user(), Groups.CAMUNDA_ADMIN);
    }
    for (Resource resource : Resources.values()) grant(engine.getAuthorizationService(), resource);
  }

  private void keepOnlyServiceUser(IdentityService identity) {
    for (User other : identity.createUserQuery().list()) {
      // an account of an earlier ENGINE_USER would keep its old password
      if (!other.getId().equals(settings.user())) identity.deleteUser(other.getId());
    }
    User user = identity.createUserQuery().userId(settings.user()).singleResult();
    if (user == null) {
      user = identity.newUser(settings.user());
    } else if (identity.checkPassword(settings.user(), settings.password())) {
      return;
    } else {
      identity.unlockUser(settings.user());
    }
    user.setPassword(settings.password());
    identity.saveUser(user);
  }

  private static void grant(AuthorizationService authorizations, Resource resource) {
    boolean granted = authorizations.createAuthorizationQuery().groupIdIn(Groups.CAMUNDA_ADMIN)
        .resourceType(resource).resourceId(Authorization.ANY).count() > 0;
    if (granted) return;
    Authorization authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    authorization.setGroupId(Groups.CAMUNDA_ADMIN);
    authorization.setResource(resource);
    authorization.setResourceId(Authorization.ANY);
    authorization.addPermission(Permissions.ALL);
    authorizations.saveAuthorization(authorization);
  }
}
