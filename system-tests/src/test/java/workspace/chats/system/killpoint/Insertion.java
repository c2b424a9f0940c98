package workspace.chats.system.killpoint;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassHierarchyResolver.ClassHierarchyInfo;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import workspace.chats.system.killpoint.KillPoint.Where;

/** Puts the call of {@link Visits} into a class's code, and counts how often it did. */
final class Insertion implements CodeTransform {

    private static final ClassDesc VISITS = ClassDesc.of(Visits.class.getName());
    private static final MethodTypeDesc AT =
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String);
    private static final MethodTypeDesc AT_SELF =
            MethodTypeDesc.of(
                    ConstantDescs.CD_void, ConstantDescs.CD_String, ConstantDescs.CD_Object);

    private final KillPoint point;
    private int count;

    Insertion(KillPoint point) {
        this.point = point;
    }

    KillPoint point() {
        return point;
    }

    int count() {
        return count;
    }

    byte[] into(byte[] bytes, ClassLoader loader) {
        var hierarchy =
                ClassHierarchyResolver.ofResourceParsing(loader)
                        .orElse(ClassHierarchyResolver.defaultResolver())
                        .orElse(unknown -> ClassHierarchyInfo.ofClass(ConstantDescs.CD_Object));
        var classes = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy));
        return classes.transformClass(
                classes.parse(bytes),
                ClassTransform.transformingMethodBodies(
                        method -> method.methodName().equalsString(point.method()), this));
    }

    @Override
    public void atStart(CodeBuilder code) {
        if (point.where() == Where.ENTRY) {
            visit(code);
        } else if (point.where() == Where.ENTRY_FLUSHED) {
            code.loadConstant(point.name()).aload(0).invokestatic(VISITS, "at", AT_SELF);
            count++;
        }
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        if (point.where() == Where.EXIT && element instanceof ReturnInstruction) {
            visit(code);
        }
        if (point.where() == Where.BEFORE_CALL && isTheCall(element)) {
            visit(code);
        }
        code.with(element);
        if (point.where() == Where.AFTER_CALL && isTheCall(element)) {
            visit(code);
        }
    }

    private boolean isTheCall(CodeElement element) {
        return element instanceof InvokeInstruction call && called(call).equals(point.call());
    }

    static String called(InvokeInstruction call) {
        return call.owner().asInternalName() + "." + call.name().stringValue();
    }

    private void visit(CodeBuilder code) {
        code.loadConstant(point.name()).invokestatic(VISITS, "at", AT);
        count++;
    }
}
