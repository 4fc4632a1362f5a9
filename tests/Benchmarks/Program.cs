using FollowUp.Benchmarks;

if (args is [IdleProcess.Option, var file, var window])
{
    await IdleProcess.Run(file, window);
    return 0;
}

Report report = new();
CommandLine commandLine = new(args);
await ComponentBenchmarks.Measure(commandLine, report);
await new AppBenchmarks(commandLine, report).Measure();
report.Print(Console.Out);
return report.AllHold ? 0 : 1;
