package io.queuejob.internal.capture.standin;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The recording subclass of one bean class: a hidden class beside it that knows only types of the
 * JDK and of the bean, so that any class loader can hold it. It goes when the bean's class goes.
 */
final class StandInClass {

  private static final String SUFFIX = "$StandIn";
  private static final String HANDLER = "$handler";
  private static final String METHODS = "$methods";
  private static final Type HANDLER_TYPE = Type.getType(InvocationHandler.class);
  private static final Type METHODS_TYPE = Type.getType(Method[].class);
  private static final String INVOKE =
      "(Ljava/lang/Object;Ljava/lang/reflect/Method;[Ljava/lang/Object;)Ljava/lang/Object;";

  private final Constructor<?> withoutCode;
  private final Field handler;
  private final Field methods;
  private final Method[] overridden;

  private StandInClass(Class<?> hidden, Method[] overridden) throws ReflectiveOperationException {
    this.withoutCode = WithoutConstructor.of(hidden);
    this.handler = field(hidden, HANDLER);
    this.methods = field(hidden, METHODS);
    this.overridden = overridden;
  }

  /** Makes the subclass of a bean class. */
  static StandInClass of(Class<?> bean) throws ReflectiveOperationException {
    List<Method> open = OpenMethods.of(bean);
    Lookup beside = MethodHandles.privateLookupIn(bean, MethodHandles.lookup());
    Class<?> hidden = beside.defineHiddenClass(bytes(bean, open), false).lookupClass();
    return new StandInClass(hidden, open.toArray(Method[]::new));
  }

  /** A new stand-in that hands every call to the recorder. */
  Object with(InvocationHandler recorder) throws ReflectiveOperationException {
    Object standIn = withoutCode.newInstance();
    handler.set(standIn, recorder);
    methods.set(standIn, overridden);
    return standIn;
  }

  private static Field field(Class<?> hidden, String name) throws NoSuchFieldException {
    Field field = hidden.getDeclaredField(name);
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
