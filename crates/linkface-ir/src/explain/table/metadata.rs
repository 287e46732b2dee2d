//! Metadata: what hangs off instructions, and the nodes behind it.

use super::entries;

entries! {
    /// Kinds of metadata, without `!`.
    METADATA =

    "dbg" @ "metadata": "Where in the source it comes from: line, column, and the calls through which it \
        was inlined.",
    "noundef" @ "noundef-metadata": "What is loaded isn't undef or poison. Else it is undefined behaviour.",
    "nonnull" @ "i-load": "What is loaded isn't null. Else it is poison.",
    "range" @ "range-metadata": "What is loaded or returned is at least the first number and below the \
        second. Else it is poison. A `bool` is 0 or 1; an enum has so many variants.",
    "align" @ "i-load": "The loaded pointer is divisible by this number. Else it is poison.",
    "dereferenceable" @ "dereferenceable-metadata": "At least so many bytes can be read behind the loaded \
        pointer.",
    "dereferenceable_or_null" @ "dereferenceable-or-null-metadata": "The loaded pointer is null, or at least \
        so many bytes can be read behind it.",
    "invariant.load" @ "i-load": "The memory always holds the same value: a vtable, for \
        example.",
    "invariant.group" @ "invariant-group-metadata": "Loads and stores of this group see the same value (C++ \
        vtables).",
    "nontemporal" @ "i-load": "The data isn't needed again soon: the cache is spared.",
    "alias.scope" @ "noalias-and-alias-scope-metadata": "The access belongs to these scopes: what a `noalias` \
        parameter promised before its function was inlined here.",
    "noalias" @ "noalias-and-alias-scope-metadata": "The access doesn't meet those of these scopes: what a \
        `noalias` parameter promised before its function was inlined here.",
    "tbaa" @ "tbaa-metadata": "The type of what is accessed; accesses of other types are elsewhere (C and \
        C++; Rust has no such rule).",
    "tbaa.struct" @ "tbaa-struct-metadata": "The types of the fields that are copied (C and C++).",
    "prof" @ "prof-metadata": "How often each way is taken, from a profile or from what is known: of two \
        ways with weights 1 and 2000 the second is the usual one.",
    "unpredictable" @ "unpredictable-metadata": "Which way it goes can't be guessed: a choice without jump \
        is better.",
    "fpmath" @ "fpmath-metadata": "How far off the result may be.",
    "llvm.loop" @ "llvm-loop": "What is known of the loop that ends here, and what shall be done with it: \
        unrolling, vectors.",
    "llvm.access.group" @ "llvm-access-group-metadata": "The accesses of one group may be done in parallel.",
    "llvm.mem.parallel_loop_access" @ "llvm-loop": "The accesses of this loop may be done in parallel.",
    "llvm.preserve.access.index" @ "metadata": "Which field is meant, for BPF programs that are fitted to \
        the kernel.",
    "callees" @ "callees-metadata": "The call is of one of these functions.",
    "callback" @ "callback-metadata": "Which argument it calls, and with what.",
    "callee_type" @ "metadata": "The type of what is called.",
    "callsite" @ "metadata": "Which call it is, for profiles of memory.",
    "memprof" @ "metadata": "How long its memory lives, from a profile.",
    "heapallocsite" @ "metadata": "The type of what is allocated (Windows debuggers).",
    "srcloc" @ "inline-assembler-expressions": "Where the inline assembly stands, for errors of the \
        assembler.",
    "annotation" @ "annotation-metadata": "A remark of a pass.",
    "make.implicit" @ "metadata": "The check for null may be left to the hardware.",
    "type" @ "type-metadata": "The type of a function or vtable, for checks of indirect calls.",
    "vcall_visibility" @ "type-metadata": "Who may call through this vtable.",
    "absolute_symbol" @ "absolute-symbol-metadata": "The symbol's value is this number, not an address.",
    "associated" @ "associated-metadata": "It is kept by the linker if this is.",
    "exclude" @ "metadata": "The section isn't put into the program.",
    "section_prefix" @ "metadata": "The section's name begins with this.",
    "irr_loop" @ "irr-loop-metadata": "How often a loop with several entries is run.",
    "nosanitize" @ "metadata": "No sanitizer looks at it.",
    "func_sanitize" @ "metadata": "The type of the function, for a sanitizer.",
    "kcfi_type" @ "kcfi-type-metadata": "The type of the function, for the kernel's control-flow integrity.",
    "pcsections" @ "metadata": "The addresses of such instructions are collected in a section.",
    "DIAssignID" @ "diassignid": "Which assignment of the source this store is.",
    "coro.outside.frame" @ "metadata": "It isn't kept in the coroutine's frame.",
    "mmra" @ "metadata": "Orderings among atomic accesses that don't have to be \
        kept.",
    "noalias.addrspace" @ "noalias-addrspace-metadata": "The address isn't in these address spaces.",
    "nofree" @ "metadata": "The memory behind the loaded pointer isn't freed.",
    "captures" @ "metadata": "What is left of a pointer after it was stored.",
    "alloc_token" @ "metadata": "The type of what is allocated.",
    "implicit.ref" @ "metadata": "It needs that symbol, though its code doesn't name it.",
    "guid" @ "metadata": "A number that names the function in profiles.",
    "function_entry_count" @ "prof-metadata": "How often the function was called, from a profile.",
    "llvm.module.flags" @ "module-flags-metadata": "What holds for the whole file, and what to do if files \
        differ: PIC, versions of debug information.",
    "llvm.ident" @ "metadata": "The compilers that made the file.",
    "llvm.dbg.cu" @ "dicompileunit": "The compilations in the file that have debug information.",
    "llvm.commandline" @ "named-metadata": "How the compiler was called.",
    "llvm.linker.options" @ "automatic-linker-flags-named-metadata": "Arguments for the linker.",
    "llvm.dependent-libraries" @ "dependent-libraries-named-metadata": "Libraries that the linker needs.",
    "llvm.errno.tbaa" @ "named-metadata": "The type of C's `errno`; accesses of other types aren't of it.",
    "llvm.stats" @ "metadata": "Numbers that a pass has counted.",
    "llvm.gcov" @ "metadata": "Files of coverage.",
}

entries! {
    /// Debug records, without `#dbg_`.
    RECORDS =

    "value" @ "debug-records": "From here on a variable of the source has this value.",
    "declare" @ "debug-records": "A variable of the source lives at this address, all the time.",
    "declare_value" @ "debug-records": "A variable of the source has this value, all the time (Swift).",
    "assign" @ "debug-records": "A variable of the source is assigned here, in memory and as a value.",
    "label" @ "debug-records": "A label of the source is here.",
}

entries! {
    /// Nodes of debug information.
    NODES =

    "DILocation" @ "dilocation": "A line and column, in a scope; `inlinedAt` is the call that was inlined.",
    "DISubprogram" @ "disubprogram": "A function of the source.",
    "DILexicalBlock" @ "dilexicalblock": "A block of the source, in which variables live.",
    "DILexicalBlockFile" @ "dilexicalblockfile": "A part of a block that is in another file, or is run more \
        than once.",
    "DILocalVariable" @ "dilocalvariable": "A variable or parameter of the source.",
    "DIExpression" @ "diexpression": "How the variable's value follows from what is there: `DW_OP_deref` is \
        behind it, `DW_OP_plus_uconst` so many bytes behind, `DW_OP_LLVM_fragment` only a part of it.",
    "DIArgList" @ "diarglist": "Several values, from which the expression makes one.",
    "DIAssignID" @ "diassignid": "Which assignment it is.",
    "DIFile" @ "difile": "A file of the source.",
    "DINamespace" @ "dinamespace": "A crate or module.",
    "DIModule" @ "specialized-metadata-nodes": "A module of C or Fortran.",
    "DICompileUnit" @ "dicompileunit": "A compilation: of rustc, a codegen unit.",
    "DIBasicType" @ "dibasictype": "A primitive type.",
    "DIFixedPointType" @ "specialized-metadata-nodes": "A type of numbers with a fixed point.",
    "DIStringType" @ "specialized-metadata-nodes": "A string type of Fortran.",
    "DIDerivedType" @ "diderivedtype": "A pointer, a field, another name: a type or member made of another.",
    "DICompositeType" @ "dicompositetype": "A struct, enum, union or array.",
    "DISubroutineType" @ "disubroutinetype": "The type of a function.",
    "DISubrange" @ "disubrange": "How many elements an array has.",
    "DISubrangeType" @ "specialized-metadata-nodes": "A type with a smallest and a largest value.",
    "DIGenericSubrange" @ "specialized-metadata-nodes": "How many elements an array has, computed.",
    "DIEnumerator" @ "dienumerator": "A variant of an enum, with its number.",
    "DITemplateTypeParameter" @ "ditemplatetypeparameter": "A generic argument.",
    "DITemplateValueParameter" @ "ditemplatevalueparameter": "A generic argument that is a value.",
    "DIGlobalVariable" @ "diglobalvariable": "A static, or a vtable.",
    "DIGlobalVariableExpression" @ "diglobalvariableexpression": "A static, and how its value is found.",
    "DIImportedEntity" @ "diimportedentity": "A `use`.",
    "DILabel" @ "dilabel": "A label of the source.",
    "DIMacro" @ "dimacro": "A macro of C.",
    "DIMacroFile" @ "dimacrofile": "A file of macros of C.",
    "DICommonBlock" @ "specialized-metadata-nodes": "A common block of Fortran.",
    "DIObjCProperty" @ "diobjcproperty": "A property of Objective-C.",
    "GenericDINode" @ "genericdinode": "Debug information of any kind.",
}
