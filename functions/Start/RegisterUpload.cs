using System.Net.Http.Headers;

namespace FollowUp.Start;

/// <summary>Sends a register file in.</summary>
internal static class RegisterUpload
{
    public static async Task<HttpResponseMessage> Send(HttpClient http, string file, CancellationToken cancel)
    {
        using ByteArrayContent content = new(await File.ReadAllBytesAsync(file, cancel));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return await http.PostAsync("/api/registers", content, cancel);
    }
}
