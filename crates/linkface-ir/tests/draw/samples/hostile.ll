; Names that mean harm.
define void @"</script><script>alert(1)</script>"(ptr %"]]>") {
"<!--<b>&amp;\22quoted\22'":
  %"</title></svg><script>" = load i8, ptr %"]]>", align 1
  %"a\\b" = icmp eq i8 %"</title></svg><script>", 0
  br i1 %"a\\b", label %"]]><x>", label %"\1B[31mred\E2\80\AE"

"]]><x>":
  call void @"</textarea>\0A-->"(ptr null)
  ret void

"\1B[31mred\E2\80\AE":
  ret void
}

declare void @"</textarea>\0A-->"(ptr)
