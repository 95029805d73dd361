package io.queuejob.internal.capture.standin;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The recording subclass of one bean class, defined beside it. It knows only types of the JDK and
 * of the bean, so that any class loader can hold it, and goes when the bean's class goes. It has a
 * name, since a hidden class can only be defined from within the bean's own module.
 */
final class StandInClass {

  /** To be counted up when what is generated changes: a shared bean class may have met both. */
  private static final String SUFFIX = "$QueueJobStandIn1";

  private static final String HANDLER = "$handler";
  private static final String METHODS = "$methods";
  private static final Type HANDLER_TYPE = Type.getType(InvocationHandler.class);
  private static final Type METHODS_TYPE = Type.getType(Method[].class);
  private static final String INVOKE =
      "(Ljava/lang/Object;Ljava/lang/reflect/Method;[Ljava/lang/Object;)Ljava/lang/Object;";

  private final WithoutConstructor objects;
  private final Class<?> type;
  private final Field handler;
  private final Field methods;
  private final Method[] overridden;

  private StandInClass(Class<?> type, Method[] overridden) throws ReflectiveOperationException {
    this.objects = WithoutConstructor.find();
    this.type = type;
    this.handler = field(type, HANDLER);
    this.methods = field(type, METHODS);
    this.overridden = overridden;
  }

  /** Makes the subclass of a bean class, or takes the one that it already has. */
  static StandInClass of(Class<?> bean) throws ReflectiveOperationException {
    List<Method> open = OpenMethods.of(bean);
    return new StandInClass(define(bean, open), open.toArray(Method[]::new));
  }

  private static Class<?> define(Class<?> bean, List<Method> open)
      throws ReflectiveOperationException {
    Lookup beside = MethodHandles.privateLookupIn(bean, MethodHandles.lookup());
    try {
      return beside.defineClass(bytes(bean, open));
    } catch (LinkageError e) {
      try {
        return Class.forName(bean.getName() + SUFFIX, false, bean.getClassLoader());
      } catch (ClassNotFoundException notThere) {
        throw e;
      }
    }
  }

  /** A new stand-in that hands every call to the recorder. */
  Object with(InvocationHandler recorder) throws ReflectiveOperationException {
    Object standIn = objects.newInstance(type);
    handler.set(standIn, recorder);
    methods.set(standIn, overridden);
    return standIn;
  }

  private static Field field(Class<?> type, String name) throws NoSuchFieldException {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }

  private static byte[] bytes(Class<?> bean, List<Method> open) {
    String name = Type.getInternalName(bean) + SUFFIX;
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    int access = Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
    writer.visit(Opcodes.V17, access, name, null, Type.getInternalName(bean), null);
    writer.visitField(0, HANDLER, HANDLER_TYPE.getDescriptor(), null, null).visitEnd();
    writer.visitField(0, METHODS, METHODS_TYPE.getDescriptor(), null, null).visitEnd();
    for (int i = 0; i < open.size(); i++) {
      override(writer, name, open.get(i), i);
    }
    writer.visitEnd();
    return writer.toByteArray();
  }

  /** {@code return ($type) $handler.invoke(this, $methods[index], new Object[] {arguments})}. */
  private static void override(ClassWriter writer, String owner, Method method, int index) {
    int access = method.getModifiers() & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED);
    String descriptor = Type.getMethodDescriptor(method);
    MethodVisitor code = writer.visitMethod(access, method.getName(), descriptor, null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitFieldInsn(Opcodes.GETFIELD, owner, HANDLER, HANDLER_TYPE.getDescriptor());
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitFieldInsn(Opcodes.GETFIELD, owner, METHODS, METHODS_TYPE.getDescriptor());
    Boxing.push(code, index);
    code.visitInsn(Opcodes.AALOAD);
    Boxing.arrayOfArguments(code, Type.getArgumentTypes(method));
    code.visitMethodInsn(
        Opcodes.INVOKEINTERFACE, HANDLER_TYPE.getInternalName(), "invoke", INVOKE, true);
    Boxing.returnUnboxed(code, Type.getReturnType(method));
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
