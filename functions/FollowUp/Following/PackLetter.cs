using FollowUp.Notices;
using FollowUp.Storage;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace FollowUp.Following;

/// <summary>Puts a person's notices of one slot into one letter, unless nothing is left to say.</summary>
public sealed class PackLetter(Mailroom mailroom, TimeProvider clock)
{
    [Function(nameof(PackLetter))]
    public async Task<bool> Run([ActivityTrigger] Post post, CancellationToken cancel) =>
        await mailroom.Pack(post, Instant.FromDateTimeOffset(clock.GetUtcNow()), cancel) is not null;
}
