using Adapters.Cli;
using Adapters.Cli.Output;

// The entrance: the process's streams, its terminal and its signals; everything else is in Tool.
using var stop = new Stopping();
return await Tool.RunAsync(args, ConsoleHost.Create(), stop.Token).ConfigureAwait(false);
