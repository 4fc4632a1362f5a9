using System.Security.Cryptography;
using System.Text;

namespace FollowUp.Access;

/// <summary>The keys that programs have, kept as hashes. A key is looked for among all of them, in the same time whichever it is.</summary>
public sealed class AccessKeys(IReadOnlyList<AccessKey> keys)
{
    public const string Header = "x-functions-key";

    /// <summary>Nobody guesses one of so many characters, if it is random.</summary>
    public const int LengthMin = 32;

    public bool Any => keys.Count > 0;

    /// <returns>Null where no program has it.</returns>
    public AccessKey? Find(string presented)
    {
        byte[] hash = Hash(presented);
        AccessKey? found = null;
        foreach (AccessKey key in keys)
        {
            found = CryptographicOperations.FixedTimeEquals(key.Hash.Span, hash) ? key : found;
        }

        return found;
    }

    internal static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}

/// <summary>A program's key: what it is called in the journal, and what whoever has it is for the office.</summary>
public sealed record AccessKey(string Name, AccessRoles Roles, ReadOnlyMemory<byte> Hash);
