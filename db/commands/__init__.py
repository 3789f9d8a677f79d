"""The commands of the command line, one function each: arguments in, lines out, the exit code back."""
