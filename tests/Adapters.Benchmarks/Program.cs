using Adapters.Benchmarks.Compiler;
using BenchmarkDotNet.Running;

// `dotnet run -c Release --project tests/Adapters.Benchmarks -- compiler` tells what the compiler costs.
if (args is ["compiler", .. var rest]) CompilerNumbers.Print(rest);
else BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
