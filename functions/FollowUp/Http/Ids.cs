using FollowUp.Registers;

namespace FollowUp.Http;

/// <summary>Ids in addresses: what is not of their form names nothing, and never becomes part of a key or a query.</summary>
internal static class Ids
{
    public static bool AreWellFormed(params ReadOnlySpan<string> ids)
    {
        foreach (string id in ids)
        {
            if (id.Length is 0 or > Limits.Id || !id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
            {
                return false;
            }
        }

        return true;
    }

    /// <exception cref="Storage.NotThereException">One of them cannot be an id.</exception>
    public static void Demand(string what, params ReadOnlySpan<string> ids)
    {
        if (!AreWellFormed(ids))
        {
            throw new Storage.NotThereException(what);
        }
    }
}
