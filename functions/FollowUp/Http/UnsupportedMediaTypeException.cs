namespace FollowUp.Http;

/// <summary>A body of a type, or packed in a way, that is not read.</summary>
/// <param name="header">The header of the answer that says what is (RFC 9110, 15.5.16).</param>
public sealed class UnsupportedMediaTypeException(string what, string header, string taken) : Exception(what)
{
    public string Header => header;

    public string Accepted => taken;
}
