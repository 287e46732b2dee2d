//! What LLVM would refuse: names defined twice, uses before definitions, phis that miss a predecessor.
