package io.queuejob.internal.capture.related;

import io.queuejob.api.related.Related;
import io.queuejob.api.related.RelatedAction;
import io.queuejob.internal.bean.BeanCatalog;
import io.queuejob.internal.bean.DelayedFunction;
import io.queuejob.internal.bean.RegisteredBean;
import io.queuejob.internal.codec.EntityReference;
import io.queuejob.internal.codec.RelatedText;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Finds out what a call is about (S-UI-14): what a method says that its declaration or its
 * configuration names, else the entities of its first argument that has any.
 */
public final class RelatedActions {
  private static final System.Logger LOG = System.getLogger("io.queuejob.capture");
  private static final int MOST = 20;

  /** For places where nobody looks at jobs. */
  public static final RelatedActions NONE =
      new RelatedActions(
          new BeanCatalog(), type -> Optional.empty(), function -> RelatedSettings.OFF);

  private final BeanCatalog beans;
  private final Function<String, Optional<String>> templates;
  private final Function<String, RelatedSettings> settings;
  private final Map<String, Optional<String>> links = new ConcurrentHashMap<>();
  private final Map<String, Optional<RelatedAction>> declarations = new ConcurrentHashMap<>();

  /**
   * Actions.
   *
   * @param beans of the application
   * @param templates template of a link by name of an entity's type; {@code {id}} stands for its id
   * @param settings configuration by registered name of a function
   */
  public RelatedActions(
      BeanCatalog beans,
      Function<String, Optional<String>> templates,
      Function<String, RelatedSettings> settings) {
    this.beans = beans;
    this.templates = templates;
    this.settings = settings;
  }

  /**
   * What a call is about.
   *
   * @param payload its arguments as they are stored
   * @return JSON text; null if it is about nothing
   * @throws io.queuejob.api.error.CaptureException QJ1401 if the method that is named does not
   *     exist
   */
  public String of(
      RegisteredBean bean, DelayedFunction function, Object[] arguments, String payload) {
    RelatedSettings configured = settings.apply(function.name());
    RelatedAction declared =
        declarations
            .computeIfAbsent(function.name(), name -> declaration(bean, function.method()))
            .orElse(null);
    if (!configured.isEnabled(declared == null || declared.enable())) {
      return null;
    }
    Optional<AnsweringMethod> method = method(bean, function, configured, declared);
    return RelatedText.write(
        method.isPresent()
            ? asked(method.get(), function, arguments, configured)
            : entities(payload));
  }

  /** That of the bean's own method, or of the business interface that it is called by. */
  private static Optional<RelatedAction> declaration(RegisteredBean bean, Method called) {
    Optional<RelatedAction> own = Optional.empty();
    try {
      Method method = bean.type().getMethod(called.getName(), called.getParameterTypes());
      own = Optional.ofNullable(method.getAnnotation(RelatedAction.class));
    } catch (NoSuchMethodException notPublic) {
      LOG.log(Level.TRACE, "{0} is not public", called);
    }
    return own.or(() -> Optional.ofNullable(called.getAnnotation(RelatedAction.class)));
  }

  private Optional<AnsweringMethod> method(
      RegisteredBean bean,
      DelayedFunction function,
      RelatedSettings configured,
      RelatedAction declared) {
    Method delayed = function.method();
    if (configured.namesMethod()) {
      String name = configured.method();
      int dot = name.lastIndexOf('.');
      RegisteredBean owner =
          dot < 0
              ? bean
              : beans
                  .named(name.substring(0, dot))
                  .orElseThrow(() -> Messages.noMethod(delayed, name));
      return Optional.of(AnsweringMethod.of(owner, name.substring(dot + 1), delayed));
    }
    if (declared == null || declared.method().isEmpty()) {
      return Optional.empty();
    }
    List<RegisteredBean> owners =
        declared.bean() == Void.class ? List.of(bean) : beans.ofType(declared.bean());
    if (owners.size() != 1) {
      throw Messages.noMethod(delayed, declared.bean().getName() + "." + declared.method());
    }
    return Optional.of(AnsweringMethod.of(owners.get(0), declared.method(), delayed));
  }

  private static List<Related> asked(
      AnsweringMethod method,
      DelayedFunction function,
      Object[] arguments,
      RelatedSettings configured) {
    try {
      Object answer = method.ask(arguments, configured.named());
      return answer == null ? List.of() : List.of(related(answer));
    } catch (Throwable e) {
      LOG.log(
          Level.WARNING,
          "QJ1402 function {0}: expected its related action to answer, found {1}; the job is stored"
              + " without it",
          function.name(),
          e);
      return List.of();
    }
  }

  private static Related related(Object answer) {
    if (answer instanceof Related related) {
      return related;
    }
    String text = answer.toString();
    return new Related(text, answer instanceof URI || RelatedText.isLink(text) ? text : null);
  }

  private List<Related> entities(String payload) {
    return EntityReference.firstOf(payload).stream().limit(MOST).map(this::link).toList();
  }

  private Related link(EntityReference entity) {
    String id = URLEncoder.encode(entity.id(), StandardCharsets.UTF_8).replace("+", "%20");
    return new Related(
        entity.simpleType() + " " + entity.id(),
        links
            .computeIfAbsent(
                entity.type(),
                type -> templates.apply(type).or(() -> templates.apply(entity.simpleType())))
            .map(template -> template.replace("{id}", id))
            .orElse(null));
  }
}
