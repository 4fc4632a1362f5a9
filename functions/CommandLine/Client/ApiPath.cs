namespace FollowUp.CommandLine.Client;

/// <summary>Addresses of calls, relative to the server's, with whatever people wrote escaped.</summary>
internal static class ApiPath
{
    public static string Of(params ReadOnlySpan<string> segments)
    {
        string path = "api";
        foreach (string segment in segments)
        {
            path += $"/{Uri.EscapeDataString(segment)}";
        }

        return path;
    }

    /// <summary>With those options that have a value.</summary>
    public static string With(this string path, params IEnumerable<QueryValue> options)
    {
        string query = string.Join('&', options.Where(option => !string.IsNullOrEmpty(option.Value))
            .Select(option => $"{Uri.EscapeDataString(option.Name)}={Uri.EscapeDataString(option.Value!)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }
}

/// <summary>An option of an address.</summary>
/// <param name="Value">Null or empty where it is left out.</param>
internal sealed record QueryValue(string Name, string? Value);
