using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace FollowUp.Storage;

/// <summary>
/// Turns at writing one thing: on this host its writers come one after the other instead of colliding, and with those of other hosts a
/// collision is decided anew, after a pause. For several threads.
/// </summary>
public sealed class WriteTurns
{
    /// <summary>With decisions this short, somebody who loses eight times in a row stands before a fault, not a crowd.</summary>
    private const int AttemptsMax = 8;

    /// <summary>More than the activities that run at once; two things that share one only wait a little.</summary>
    private const int Locks = 256;

    /// <summary>Many items of one agreement come due at one moment: on this host they take turns instead of colliding.</summary>
    private readonly SemaphoreSlim[] locks = [.. Enumerable.Range(0, Locks).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>
    /// Each attempt to change a thing, numbered from 1: the second and later ones because somebody else wrote first. Nobody else on
    /// this host changes it until the loop is left.
    /// </summary>
    public async IAsyncEnumerable<int> Attempts(string thing, [EnumeratorCancellation] CancellationToken cancel)
    {
        SemaphoreSlim turn = locks[(StringComparer.Ordinal.GetHashCode(thing) & int.MaxValue) % Locks];
        await turn.WaitAsync(cancel);
        try
        {
            for (int attempt = 1; attempt <= AttemptsMax; attempt++)
            {
                yield return attempt;

                // Real time on purpose: this waits for other machines, whatever the clock that items live by says.
                await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(5, 20 * attempt)), TimeProvider.System, cancel);
            }
        }
        finally
        {
            _ = turn.Release();
        }
    }
}

/// <summary>Others kept writing first; a later try may succeed.</summary>
/// <param name="thing">As a sentence begins: <c>Person law</c>.</param>
public sealed class ContentionException(string thing) : Exception($"{thing} is being changed by others; try again.")
{
    public static ContentionException OfAgreement(string agreement) => new($"Agreement {agreement}");
}
