package io.queuejob.internal.capture.standin;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Bytecode between primitive values and objects. */
final class Boxing {

  private Boxing() {}

  /** Pushes a small non-negative number. */
  static void push(MethodVisitor code, int number) {
    if (number <= Byte.MAX_VALUE) {
      code.visitIntInsn(Opcodes.BIPUSH, number);
    } else {
      code.visitIntInsn(Opcodes.SIPUSH, number);
    }
  }

  /** Pushes all arguments of the method as an array of objects. */
  static void arrayOfArguments(MethodVisitor code, Type[] arguments) {
    push(code, arguments.length);
    code.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
    int variable = 1;
    for (int i = 0; i < arguments.length; i++) {
      code.visitInsn(Opcodes.DUP);
      push(code, i);
      code.visitVarInsn(arguments[i].getOpcode(Opcodes.ILOAD), variable);
      if (isPrimitive(arguments[i])) {
        Type box = box(arguments[i]);
        code.visitMethodInsn(
            Opcodes.INVOKESTATIC,
            box.getInternalName(),
            "valueOf",
            Type.getMethodDescriptor(box, arguments[i]),
            false);
      }
      code.visitInsn(Opcodes.AASTORE);
      variable += arguments[i].getSize();
    }
  }

  /** Returns the object on the stack as a value of the type. */
  static void returnUnboxed(MethodVisitor code, Type type) {
    if (type.getSort() == Type.VOID) {
      code.visitInsn(Opcodes.POP);
    } else if (isPrimitive(type)) {
      String box = box(type).getInternalName();
      code.visitTypeInsn(Opcodes.CHECKCAST, box);
      String unbox = type.getClassName() + "Value";
      code.visitMethodInsn(
          Opcodes.INVOKEVIRTUAL, box, unbox, Type.getMethodDescriptor(type), false);
    } else {
      code.visitTypeInsn(Opcodes.CHECKCAST, type.getInternalName());
    }
    code.visitInsn(type.getOpcode(Opcodes.IRETURN));
  }

  private static boolean isPrimitive(Type type) {
    return type.getSort() < Type.ARRAY && type.getSort() != Type.VOID;
  }

  private static Type box(Type type) {
    return Type.getType(
        switch (type.getSort()) {
          case Type.BOOLEAN -> Boolean.class;
          case Type.CHAR -> Character.class;
          case Type.BYTE -> Byte.class;
          case Type.SHORT -> Short.class;
          case Type.INT -> Integer.class;
          case Type.FLOAT -> Float.class;
          case Type.LONG -> Long.class;
          default -> Double.class;
        });
  }
}
