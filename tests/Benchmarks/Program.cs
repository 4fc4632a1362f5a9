using FollowUp.Benchmarks;

if (args is [IdleHost.Option, var file, var window])
{
    await IdleHost.Run(file, window);
    return 0;
}

Figures figures = new();
Choice choice = new(args);
await Parts.Measure(choice, figures);
await new Whole(choice, figures).Measure();
figures.Print(Console.Out);
return figures.AllHold ? 0 : 1;
