using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Azure.Core;

namespace FollowUp.Tables.Http;

/// <summary>A dozen headers at most: going through them is faster than any index.</summary>
internal sealed class Headers : IEnumerable<HttpHeader>
{
    private readonly List<HttpHeader> all = new(12);

    public void Add(string name, string value) => all.Add(new(name, value));

    public void Set(string name, string value)
    {
        _ = Remove(name);
        Add(name, value);
    }

    public bool Remove(string name) => all.RemoveAll(header => IsNamed(header, name)) > 0;

    public bool TryGet(string name, [NotNullWhen(true)] out string? value)
    {
        foreach (HttpHeader header in all)
        {
            if (IsNamed(header, name))
            {
                value = header.Value;
                return true;
            }
        }

        value = null;
        return false;
    }

    public bool TryGet(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        List<string> found = [.. all.Where(header => IsNamed(header, name)).Select(header => header.Value)];
        values = found.Count > 0 ? found : null;
        return values is not null;
    }

    public IEnumerator<HttpHeader> GetEnumerator() => all.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool IsNamed(HttpHeader header, string name) => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase);
}
