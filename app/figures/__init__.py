"""One module a picture: data in, picture and its words out."""
