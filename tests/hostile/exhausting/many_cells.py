# expect: ours 0, plain 0; graded; nested code that breaks the compiler costs its own cell
# tries: break the parser with nesting, null bytes and great numbers
# cell: added
exec("(" * 90 + ")" * 90)
for text in ("-" * 100_000 + "1", "x" + "[0]" * 50_000, "1" * 100_000, "a = 1\0", "lambda: " * 50_000 + "0"):
    try:
        compile(text, "hostile", "exec")
    except BaseException as error:
        print(type(error).__name__)
eval("+".join(["1"] * 20_000))
