using FollowUp.Operations.Successions;
using FollowUp.People;
using Microsoft.Azure.Functions.Worker;

namespace FollowUp.Orchestrations;

/// <summary>
/// From here on a succession is not called off any more. Answers with the agreements in which there is something to give on.
/// </summary>
public sealed class BeginSuccession(SuccessionSteps steps)
{
    [Function(nameof(BeginSuccession))]
    public Task<string[]> Run([ActivityTrigger] SuccessionRef succession, CancellationToken cancel) => steps.Begin(succession, cancel);
}
