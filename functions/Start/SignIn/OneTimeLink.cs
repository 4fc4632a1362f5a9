using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace FollowUp.Start.SignIn;

/// <summary>
/// A link that signs one address in, once and within a quarter of an hour, for an office that has no provider yet. What is kept of it is a
/// hash; whoever reads the link where it was printed must have been first.
/// </summary>
internal sealed class OneTimeLink(TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>Nobody guesses them in a quarter of an hour, and the address stays short enough for one line.</summary>
    private const int Bytes = 16;

    private Issued? issued;

    /// <returns>What stands behind the <c>#</c> of the link: no server and no log gets to see it there.</returns>
    public string Issue(string address)
    {
        string token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        Volatile.Write(ref issued, new(address, Hash(token), clock.GetUtcNow() + Lifetime));
        return token;
    }

    /// <returns>Whom it signs in; null where it is none, was used, or is too old.</returns>
    public string? Redeem(string token)
    {
        Issued? current = Volatile.Read(ref issued);
        return current is not null && CryptographicOperations.FixedTimeEquals(current.Hash, Hash(token)) && clock.GetUtcNow() < current.End
            && Interlocked.CompareExchange(ref issued, null, current) == current
            ? current.Address : null;
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private sealed record Issued(string Address, byte[] Hash, DateTimeOffset End);
}
